import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ });
const flag = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((value) => ['true', '1', 'yes'].includes(value));

/** Every variable the API reads. `.env.example` says what each is for. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  ROLE: z.enum(['all', 'http', 'worker']).default('all'),
  HOST: text.default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(12),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must start with redis://').optional(),
  HILO_DATA_DIR: text.default('.data'),
  PANEL_DIR: text.optional(),
  SIMULATOR_URL: url.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: flag.default(false),
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
});

export type Env = z.infer<typeof schema>;

export class InvalidEnvironment extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not valid:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the whole environment at once. @throws InvalidEnvironment naming every mistake. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new InvalidEnvironment(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
