import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Config, loadConfig } from '../platform/config/config.js';
import { readEnv } from '../platform/config/env.js';
import { loadSecrets } from '../platform/config/secrets.js';
import { migrate } from './migrate.js';

export interface ScratchDatabase {
  config: Config;
  drop(): Promise<void>;
}

/** A migrated database of its own on the configured server; the role must be allowed to create databases. */
export async function createScratchDatabase(): Promise<ScratchDatabase> {
  const env = readEnv();
  const { databaseUrl } = loadConfig({ ROLE: 'http' });
  const name = `hilo_scratch_${randomBytes(6).toString('hex')}`;
  const admin = (statement: string) => asAdmin(databaseUrl, statement);
  await admin(`create database ${name}`);
  const drop = () => admin(`drop database if exists ${name} with (force)`);
  try {
    const own = {
      ...env,
      ROLE: 'http' as const,
      DATABASE_URL: Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href,
    };
    const config = new Config(own, loadSecrets(own));
    await migrate(config);
    return { config, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, extra: { max: 1 } });
  await source.initialize();
  try {
    await source.query(statement);
  } finally {
    await source.destroy();
  }
}
