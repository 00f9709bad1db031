import pg from 'pg';
import type { Config } from '../config/config.js';

const { Pool } = pg;

/** Plans cached while a table was empty cost several times their worth once it has filled, so every execution is planned for its values. */
const SESSION = '-c plan_cache_mode=force_custom_plan -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000';

export const sessionOptions = SESSION;

/** A small pool of its own for what must not wait behind other work: the webhook door, the relay. */
export function reservedPool(config: Config, name: string, max: number): pg.Pool {
  const pool = new Pool({
    connectionString: config.databaseUrl,
    max,
    application_name: `hilo-${name}`,
    connectionTimeoutMillis: 2000,
    options: `${SESSION} -c lock_timeout=5000`,
  });
  // An idle connection that dies (a restarting server) is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
