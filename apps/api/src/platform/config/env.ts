import { z } from 'zod';
import { networksOf } from '../outgoing/public-address.js';

export const DEFAULT_DATA_DIR = '.data';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const YES = ['true', '1', 'yes'];
const NO = ['false', '0', 'no'];
const flag = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((value) => YES.includes(value));
/** Who else could be in front of us on one machine or in one network. Whoever comes from further away must be named. */
const NEARBY = ['loopback', 'linklocal', 'uniquelocal'];
const proxies = z
  .string()
  .trim()
  .refine(
    (value) => YES.includes(value) || NO.includes(value) || (value !== '' && networksOf(value) !== undefined),
    'must be true, false, or networks like 10.0.0.0/8, separated by commas',
  )
  .transform((value) =>
    YES.includes(value)
      ? NEARBY
      : NO.includes(value)
        ? []
        : value
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
  );

/** Every variable the API reads. `.env.example` says what each is for. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  ROLE: z.enum(['all', 'http', 'worker']).default('all'),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  WORKER_PORT: port.default(3001),
  PUBLIC_URL: url.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(12),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis://')
    .optional(),
  HILO_DATA_DIR: text.default(DEFAULT_DATA_DIR),
  PANEL_DIR: text.optional(),
  SIMULATOR_URL: url.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: proxies.default([]),
  COOKIE_SECURE: flag.optional(),
  ENCRYPTION_KEYS: text.optional(),
  BLIND_INDEX_KEY: text.optional(),
  SESSION_SECRET: text.optional(),
  MEDIA_URL_SECRET: text.optional(),
  METRICS_TOKEN: text.optional(),
  HILO_ADMIN_EMAIL: z.email().optional(),
  HILO_ADMIN_PASSWORD: z.string().min(10, 'needs at least 10 characters').optional(),
  WHATSAPP_APP_SECRET: text.optional(),
  WHATSAPP_VERIFY_TOKEN: text.optional(),
  WHATSAPP_PHONE_NUMBER_ID: text.optional(),
  WHATSAPP_BUSINESS_ACCOUNT_ID: text.optional(),
  WHATSAPP_ACCESS_TOKEN: text.optional(),
  WHATSAPP_DISPLAY_NUMBER: text.optional(),
  WHATSAPP_GRAPH_URL: url.optional(),
  OUTGOING_PRIVATE_NETWORKS: z
    .string()
    .refine((text) => networksOf(text) !== undefined, 'must be networks like 192.168.7.0/24, separated by commas')
    .default(''),
});

export type Env = z.infer<typeof schema>;

/** The variables as they are written, unread. */
export type GivenEnv = { readonly [Name in keyof Env]?: string | undefined };
export type Source = Readonly<Record<string, string | undefined>>;

/** The environment of this process. */
export const writtenEnv = (): Source => process.env;

export class InvalidEnvironment extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** What is written for Hilo; blank is as good as absent. */
export const givenIn = (source: Source): GivenEnv =>
  Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (source[name]?.trim() ? [[name, source[name]]] : [])));

/** Every variable whose value has not the form that it needs. */
export const formProblems = (given: GivenEnv): string[] => {
  const { error } = schema.safeParse(given);
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

/** Reads the environment. @throws InvalidEnvironment naming every value of a wrong form; `loadConfig` looks further. */
export function readEnv(source: Source = writtenEnv()): Env {
  const given = givenIn(source);
  const problems = formProblems(given);
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return schema.parse(given);
}
