import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Indexes, checks and foreign keys across modules live in migrations alone; entities must agree on tables and columns. */
const ONLY_IN_MIGRATIONS =
  /^(DROP|CREATE)( UNIQUE)? INDEX|^ALTER TABLE .* (DROP|ADD) CONSTRAINT|^DROP INDEX|^COMMENT ON/i;

/** What TypeORM would change to make the database fit the entities; empty when they agree. */
export async function findDrift(app: INestApplicationContext): Promise<string[]> {
  const wanted = await app.get(DataSource).driver.createSchemaBuilder().log();
  return wanted.upQueries.map(({ query }) => query).filter((query) => !ONLY_IN_MIGRATIONS.test(query));
}
