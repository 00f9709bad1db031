import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';

/** The built command line: migrations are files of the build. */
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PATIENCE_MS = 120_000;

let migrated: TestDatabase;
let emptyUrl: string;
const emptyName = `hilo_test_${randomBytes(6).toString('hex')}`;
beforeAll(async () => {
  migrated = await createTestDatabase();
  await admin(`create database ${emptyName}`);
  emptyUrl = Object.assign(new URL(migrated.url), { pathname: `/${emptyName}` }).href;
});
afterAll(async () => {
  await admin(`drop database if exists ${emptyName} with (force)`);
  await migrated.close();
});

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: migrated.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
async function rows(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const answer = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return answer.rows;
}

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}
function hilo(words: readonly string[], over: Record<string, string> = {}): Promise<Ran> {
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: migrated.url,
    REDIS_URL: migrated.config.redisUrl,
    HILO_DATA_DIR: migrated.config.dataDir,
    ...over,
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

describe('the command line', () => {
  it.each([[[]], [['help']]])(
    'asked %j says what it can do',
    async (words) => {
      const { code, stdout } = await hilo(words);
      expect(code).toBe(0);
      for (const command of ['prepare', 'migrate', 'api-key create', 'user create', 'doctor', 'check-drift', 'openapi'])
        expect(stdout).toContain(command);
    },
    PATIENCE_MS,
  );

  it(
    'asked for something else says the same, and fails',
    async () => {
      expect(await hilo(['dance'])).toMatchObject({ code: 1, stdout: expect.stringContaining('Usage:') });
    },
    PATIENCE_MS,
  );

  it(
    'without servers says which are missing, and nothing else',
    async () => {
      const { code, stderr } = await hilo(['doctor'], { DATABASE_URL: '', REDIS_URL: '' });
      expect(code).toBe(1);
      expect(stderr).toContain('DATABASE_URL: is required');
      expect(stderr).toContain('REDIS_URL: is required');
      expect(stderr).not.toMatch(/\n\s+at /);
    },
    PATIENCE_MS,
  );
});

describe('migrating', () => {
  it(
    'brings an empty database up to date, once',
    async () => {
      const first = await hilo(['migrate'], { DATABASE_URL: emptyUrl });
      expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Migrated: .*CreatePlatform/) });
      expect(await hilo(['migrate'], { DATABASE_URL: emptyUrl })).toMatchObject({
        code: 0,
        stdout: 'The database is up to date.\n',
      });
    },
    PATIENCE_MS,
  );

  it(
    'gives the tables that the entities want',
    async () => {
      expect(await hilo(['check-drift'], { DATABASE_URL: emptyUrl })).toMatchObject({
        code: 0,
        stdout: 'Entities and migrations agree.\n',
      });
    },
    PATIENCE_MS,
  );
});

describe('preparing an installation', () => {
  it(
    'makes one administrator, and says their password once',
    async () => {
      const given = { HILO_ADMIN_EMAIL: 'jefa@tienda.test' };
      const first = JSON.parse((await hilo(['prepare'], given)).stdout) as {
        migrated: number;
        demo: boolean;
        admin: { email: string; password: string | null; created: boolean };
      };
      expect(first).toMatchObject({ migrated: 0, demo: false, admin: { email: 'jefa@tienda.test', created: true } });
      expect(first.admin.password?.length).toBeGreaterThan(10);
      const second = JSON.parse((await hilo(['prepare'], given)).stdout) as typeof first;
      expect(second.admin).toMatchObject({ created: false, password: null });
      expect(await rows(migrated.url, 'select roles from app_user')).toEqual([{ roles: ['admin'] }]);
    },
    PATIENCE_MS,
  );
});

describe('making a key', () => {
  it(
    'prints it alone on a line',
    async () => {
      const { code, stdout } = await hilo(['api-key', 'create', '--name', 'load test', '--scopes=all']);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/^hilo_\S+\n$/)]);
      expect(await rows(migrated.url, 'select name from api_key')).toEqual([{ name: 'load test' }]);
    },
    PATIENCE_MS,
  );

  it(
    'fails with words where something is missing',
    async () => {
      expect(await hilo(['api-key', 'create', '--name', 'x'])).toMatchObject({
        code: 1,
        stdout: '',
        stderr: 'Missing: --scopes\n',
      });
    },
    PATIENCE_MS,
  );
});

it(
  'the doctor fails while something is to be mended, and says what',
  async () => {
    const { code, stdout } = await hilo(['doctor']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {3}PostgreSQL answers\.$/m);
    expect(stdout).toMatch(/^FIX {2}No channel is connected/m);
  },
  PATIENCE_MS,
);
