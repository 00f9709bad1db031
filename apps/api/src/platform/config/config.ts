import { resolve } from 'node:path';
import {
  formProblems,
  givenIn,
  InvalidEnvironment,
  readEnv,
  type Env,
  type GivenEnv,
  type Source,
  writtenEnv,
} from './env.js';
import { loadSecrets, secretProblems, type Secrets } from './secrets.js';

export type Role = Env['ROLE'];

/** What a channel can be seeded with at the first start. */
export interface WhatsAppSeed {
  phoneNumberId: string;
  businessAccountId: string | null;
  accessToken: string | null;
  appSecret: string | null;
  verifyToken: string | null;
  displayNumber: string | null;
}

/** The decided configuration of one process. */
export class Config {
  readonly production: boolean;
  readonly role: Role;
  readonly host: string;
  readonly port: number;
  /** Where a process that only works tells its health and figures. */
  readonly workerPort: number;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly databasePool: number;
  readonly redisUrl: string;
  readonly dataDir: string;
  readonly panelDir: string | null;
  readonly simulatorUrl: string | null;
  readonly whatsappGraphUrl: string;
  /** Networks of ours that users' addresses may lead to, as they are written. */
  readonly outgoingPrivateNetworks: string;
  readonly cookieSecure: boolean;
  /** Networks whose word on who asks is believed, as Fastify names them. None: nobody's. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: Env['LOG_LEVEL'];
  readonly metricsToken: string | null;
  readonly admin: { email: string; password: string | null };
  readonly whatsappSeed: WhatsAppSeed | null;

  constructor(
    env: Env,
    readonly secrets: Secrets,
  ) {
    const problems = serverProblems(env);
    if (problems.length > 0) throw new InvalidEnvironment(problems);
    this.production = env.NODE_ENV === 'production';
    this.role = env.ROLE;
    this.host = env.HOST;
    this.port = env.PORT;
    this.workerPort = env.WORKER_PORT;
    this.publicUrl = (env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, '');
    this.databaseUrl = env.DATABASE_URL ?? '';
    this.databasePool = env.DATABASE_POOL;
    this.redisUrl = env.REDIS_URL ?? '';
    this.dataDir = resolve(env.HILO_DATA_DIR);
    this.panelDir = env.PANEL_DIR ? resolve(env.PANEL_DIR) : null;
    this.simulatorUrl = env.SIMULATOR_URL ?? null;
    this.whatsappGraphUrl = (env.WHATSAPP_GRAPH_URL ?? env.SIMULATOR_URL ?? 'https://graph.facebook.com').replace(
      /\/+$/,
      '',
    );
    this.outgoingPrivateNetworks = env.OUTGOING_PRIVATE_NETWORKS;
    this.cookieSecure = env.COOKIE_SECURE ?? this.publicUrl.startsWith('https://');
    this.trustedProxies = env.TRUST_PROXY;
    this.logLevel = env.LOG_LEVEL;
    this.metricsToken = env.METRICS_TOKEN ?? null;
    this.admin = { email: env.HILO_ADMIN_EMAIL ?? 'admin@hilo.local', password: env.HILO_ADMIN_PASSWORD ?? null };
    this.whatsappSeed = env.WHATSAPP_PHONE_NUMBER_ID ? seedOf(env, env.WHATSAPP_PHONE_NUMBER_ID) : null;
  }

  get trustProxy(): boolean {
    return this.trustedProxies.length > 0;
  }

  get servesHttp(): boolean {
    return this.role !== 'worker';
  }

  get works(): boolean {
    return this.role !== 'http';
  }
}

const seedOf = (env: Env, phoneNumberId: string): WhatsAppSeed => ({
  phoneNumberId,
  businessAccountId: env.WHATSAPP_BUSINESS_ACCOUNT_ID ?? null,
  accessToken: env.WHATSAPP_ACCESS_TOKEN ?? null,
  appSecret: env.WHATSAPP_APP_SECRET ?? null,
  verifyToken: env.WHATSAPP_VERIFY_TOKEN ?? null,
  displayNumber: env.WHATSAPP_DISPLAY_NUMBER ?? null,
});

const serverProblems = (given: Pick<GivenEnv, 'DATABASE_URL' | 'REDIS_URL'>): string[] =>
  (['DATABASE_URL', 'REDIS_URL'] as const)
    .filter((name) => !given[name])
    .map((name) => `${name}: is required (npm start sets it by itself)`);

/** Reads, checks and decides. @throws InvalidEnvironment with every mistake at once, whatever its kind. */
export function loadConfig(over: Partial<Pick<Env, 'ROLE'>> = {}, source: Source = writtenEnv()): Config {
  const written = { ...source, ...over };
  const given = givenIn(written);
  const problems = [...formProblems(given), ...serverProblems(given), ...secretProblems(given)];
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  const env = readEnv(written);
  return new Config(env, loadSecrets(env));
}
