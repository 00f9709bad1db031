import { Failure } from './failure.mjs';

const oldest = 150_000;

async function withClient(url, work, connectionTimeoutMillis = 10_000) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis });
  // A lost connection shows in the query that was running; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a server with our password answers there. */
export async function serverAnswers(url) {
  try {
    await withClient(url, (client) => client.query('SELECT 1'), 3_000);
    return true;
  } catch {
    return false;
  }
}

/** Makes the database when it is not there. */
export function createDatabase(adminUrl, name) {
  return withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Refuses a DATABASE_URL that cannot be reached or is too old; says its version. */
export async function checkGivenPostgres(url) {
  let version;
  try {
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT current_setting('server_version_num')::int AS version"),
    );
    version = rows[0].version;
  } catch (error) {
    throw new Failure(
      `DATABASE_URL is given but no PostgreSQL answers there: ${error.message || error.code}. ` +
        'Mend the address, or unset it and Hilo brings its own.',
    );
  }
  if (version < oldest) {
    throw new Failure(`DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}; Hilo needs 15 or newer.`);
  }
  return `PostgreSQL ${Math.floor(version / 10_000)}`;
}
