import { jest } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiClient, apiClient, signIn } from './api-client.js';
import { ACCOUNT, type Door, NUMBER, whatsappDoor } from './door.js';
import { given } from './environment.js';
import { FIXTURE_SECRET, FIXTURE_VERIFY_TOKEN } from './fixtures.js';
import { freePort } from './free-port.js';
import { answering, type Program, runProgram, startProgram } from './program.js';
import { type Provider, provider } from './provider.js';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database.js';

const ADMIN = { email: 'admin@hilo.test', password: 'prueba-de-punta-a-punta' };
const PASSWORD = 'lluvia-sobre-quito';
const ACCESS_TOKEN = 'access-token-of-the-journeys';

// A journey waits for queues; how long is no matter of the test.
jest.setTimeout(120_000);

export interface Person extends ApiClient {
  id: string;
  name: string;
}

/** The built product with its outside world: a database of its own, the simulator, one connected number. */
export interface Stage {
  origin: string;
  door: Door;
  admin: ApiClient;
  database: ScratchDatabase;
  provider: Provider;
  /** The first of its processes. */
  product: Program;
  /** Starts one more process of the product, of this role. */
  another(role: Role): Promise<Program & { origin: string }>;
  /** Somebody new with these roles, signed in. */
  person(name: string, ...roles: string[]): Promise<Person>;
  /** Another system with a key of these scopes. */
  system(...scopes: string[]): Promise<ApiClient>;
  close(): Promise<void>;
}

export type Role = 'all' | 'http' | 'worker';

export async function openStage({ role = 'all' }: { role?: Role } = {}): Promise<Stage> {
  const database = await createScratchDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'hilo-e2e-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${port}`;
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const account = {
    WHATSAPP_APP_SECRET: FIXTURE_SECRET,
    WHATSAPP_VERIFY_TOKEN: FIXTURE_VERIFY_TOKEN,
    WHATSAPP_PHONE_NUMBER_ID: NUMBER,
    WHATSAPP_BUSINESS_ACCOUNT_ID: ACCOUNT,
    WHATSAPP_ACCESS_TOKEN: ACCESS_TOKEN,
    WHATSAPP_DISPLAY_NUMBER: '+1 555 000 1234',
  };
  const environment = {
    ...account,
    DATABASE_URL: database.url,
    REDIS_URL: ownRedisDatabase(),
    HILO_DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: origin,
    LOG_LEVEL: 'warn',
    WHATSAPP_GRAPH_URL: simulatorUrl,
    SIMULATOR_URL: simulatorUrl,
    HILO_ADMIN_EMAIL: ADMIN.email,
    HILO_ADMIN_PASSWORD: ADMIN.password,
  };
  await runProgram('apps/api/dist/cli.js', ['prepare'], environment);
  const simulator = startProgram('apps/simulator/dist/main.js', {
    ...account,
    SIMULATOR_PORT: String(simulatorPort),
    TARGET_URL: origin,
    HILO_DATA_DIR: dataDir,
  });
  const programs: Program[] = [];
  const start = (as: Role, over: Readonly<Record<string, string>> = {}): Program => {
    const program = startProgram('apps/api/dist/main.js', { ...environment, ROLE: as, ...over });
    programs.push(program);
    return program;
  };
  const product = start(role);
  const another: Stage['another'] = async (as) => {
    const own = `http://127.0.0.1:${await freePort()}`;
    const { port: ownPort } = new URL(own);
    const program = start(as, as === 'worker' ? { WORKER_PORT: ownPort } : { PORT: ownPort });
    await answering(`${own}/health/ready`, program);
    return { ...program, origin: own };
  };
  const close = async (): Promise<void> => {
    await Promise.all([...programs.map((program) => program.stop()), simulator.stop()]);
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.all([answering(`${origin}/health/ready`, product), answering(`${simulatorUrl}/health`, simulator)]);
    const admin = await signIn(origin, ADMIN.email, ADMIN.password);
    return {
      origin,
      door: whatsappDoor(origin, FIXTURE_SECRET),
      admin,
      database,
      provider: provider(simulatorUrl),
      product,
      another,
      close,
      person: personMaker(origin, admin),
      system: systemMaker(origin, admin),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function personMaker(origin: string, admin: ApiClient): Stage['person'] {
  return async (name, ...roles) => {
    const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@hilo.test`;
    const made = await admin.send<{ id: string }>('POST', '/users', { name, email, password: PASSWORD, roles });
    if (made.status !== 201) throw new Error(`no user ${name}: ${made.status} ${made.text}`);
    return { ...(await signIn(origin, email, PASSWORD)), id: made.body.id, name };
  };
}

function systemMaker(origin: string, admin: ApiClient): Stage['system'] {
  return async (...scopes) => {
    const made = await admin.send<{ key: string }>('POST', '/api-keys', {
      name: `Sistema ${scopes.join(' ')}`.slice(0, 80),
      scopes,
    });
    if (made.status !== 201) throw new Error(`no key: ${made.status} ${made.text}`);
    return apiClient(origin, { authorization: `Bearer ${made.body.key}` });
  };
}

/** Queues, tokens and tries are counted by name: stages that run side by side on one Redis each have a numbered database of it. */
function ownRedisDatabase(): string {
  const url = new URL(given('TEST_REDIS_URL'));
  url.pathname = `/${1 + (Number(process.env['JEST_WORKER_ID'] ?? 1) % 15)}`;
  return url.href;
}
