import pg from 'pg';
import type { Config } from '../config/config.js';

const { Pool } = pg;

/** No `force_custom_plan` here: it would also plan the check of every foreign key anew for every row, which is half the price of a write. */
export const sessionOptions = '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000';

/**
 * A small pool of its own for what must not wait behind other work. Its statements have names and are still planned for their values, since a plan kept
 * from when a table was empty costs several times its worth.
 */
export function reservedPool(config: Config, name: string, max: number): pg.Pool {
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max,
    application_name: `hilo-${name}`,
    connectionTimeoutMillis: 2000,
    options: `${sessionOptions} -c plan_cache_mode=force_custom_plan -c lock_timeout=5000`,
  });
  // An idle connection that dies (a restarting server) is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
