import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { given } from './environment.js';

export interface ScratchDatabase {
  url: string;
  /** Rows of a statement: the oracle beside what the API says. */
  rows<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  count(text: string, values?: unknown[]): Promise<number>;
  drop(): Promise<void>;
}

/** A database of its own, copied from the migrated template. */
export async function createScratchDatabase(): Promise<ScratchDatabase> {
  const admin = new URL(given('TEST_DATABASE_URL'));
  const name = `hilo_e2e_${randomBytes(6).toString('hex')}`;
  await once(admin, `create database ${name} template hilo_template`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    (await pool.query(text, values)).rows as R[];
  return {
    url,
    rows,
    count: async (text, values) =>
      Number((await rows<{ count: string }>(`select count(*) from (${text}) counted`, values))[0]?.count),
    drop: async () => {
      await pool.end();
      await once(admin, `drop database if exists ${name} with (force)`);
    },
  };
}

async function once(url: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
