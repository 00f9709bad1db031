import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Config } from '../platform/config/config.js';
import { readEnv } from '../platform/config/env.js';
import { loadSecrets } from '../platform/config/secrets.js';

export interface TestDatabase {
  config: Config;
  url: string;
  close(): Promise<void>;
}

/**
 * A database of its own, copied from the migrated template `hilo_template` on the server of `TEST_DATABASE_URL`
 * (a role that may create databases). `npm test` prepares both.
 */
export async function createTestDatabase(over: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const admin = new URL(needed('TEST_DATABASE_URL'));
  const name = `hilo_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, `create database ${name} template hilo_template`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'hilo-test-'));
  const env = readEnv({
    NODE_ENV: 'test',
    DATABASE_URL: url.toString(),
    REDIS_URL: redisDatabase(Number(process.env['JEST_WORKER_ID'] ?? 0) % 14),
    HILO_DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '4',
    ...over,
  });
  return {
    config: new Config(env, loadSecrets(env)),
    url: url.toString(),
    close: async () => {
      await asAdmin(admin, `drop database if exists ${name} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A numbered database on the server of `TEST_REDIS_URL`: each worker of the test run has its own, 14 and 15 are nobody's. */
export function redisDatabase(number: number): string {
  const url = new URL(needed('TEST_REDIS_URL'));
  url.pathname = `/${number}`;
  return url.toString();
}

async function asAdmin(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests with "npm test -- --only integration"`);
  return value;
}
