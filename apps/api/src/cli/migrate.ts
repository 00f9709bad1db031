import { readdirSync } from 'node:fs';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Config } from '../platform/config/config.js';
import { sessionOptions } from '../platform/database/connections.js';

type MigrationClass = new () => MigrationInterface;

/** Every migration of the build, oldest first. */
async function migrations(): Promise<MigrationClass[]> {
  const folder = new URL('../migrations/', import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => /^\d{14}-.*\.js$/.test(file))
    .sort();
  const loaded = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, MigrationClass>>),
  );
  return loaded.flatMap((module) => Object.values(module));
}

/** Brings the database up to date. Several processes may try at once: one migrates, the others wait. Returns the names that ran. */
export async function migrate(config: Config): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: config.databaseUrl,
    migrations: await migrations(),
    extra: { max: 2, options: sessionOptions },
  });
  await source.initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.query('set statement_timeout = 0');
    await runner.query(`select pg_advisory_lock(hashtext('hilo-migrate'))`);
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      if (ran.length > 0) await runner.query('analyze');
      return ran.map((migration) => migration.name);
    } finally {
      await runner.query(`select pg_advisory_unlock(hashtext('hilo-migrate'))`);
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}
