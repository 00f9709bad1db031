import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const RIG_ROLE = 'hilo_rig';

/**
 * The rig's own look into a database, under a role of its own, so that its statements are not counted as the product's.
 * @param {string} adminUrl @param {string} databaseUrl
 */
export async function openDatabase(adminUrl, databaseUrl) {
  const password = decodeURIComponent(new URL(adminUrl).password);
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  try {
    await admin.query(
      `do $$ begin create role ${RIG_ROLE} superuser login; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await admin.query(`alter role ${RIG_ROLE} password ${admin.escapeLiteral(password)}`);
  } finally {
    await admin.end();
  }
  const pool = new pg.Pool({
    connectionString: Object.assign(new URL(databaseUrl), { username: RIG_ROLE }).href,
    max: 3,
  });
  pool.on('error', () => undefined);
  const rows = async (text, values) => (await pool.query(text, values)).rows;
  return {
    rows,
    one: async (text, values) => (await rows(text, values))[0],
    count: async (text, values) => Number((await rows(`select count(*) as n from (${text}) counted`, values))[0].n),
    close: () => pool.end(),
  };
}

/**
 * Statements of the product (round trips, `begin` and `commit` included) since the last reset.
 * @returns {Promise<{ reset: () => Promise<void>, calls: () => Promise<number> } | undefined>} undefined when the server does not count
 */
export async function statementCounter(database) {
  try {
    await database.rows('create extension if not exists pg_stat_statements');
    await database.rows('select 1 from pg_stat_statements limit 1');
  } catch {
    return undefined;
  }
  return {
    reset: async () => void (await database.rows('select pg_stat_statements_reset()')),
    calls: async () =>
      Number(
        (
          await database.one(
            `select coalesce(sum(calls), 0) as calls from pg_stat_statements
             where dbid = (select oid from pg_database where datname = current_database()) and userid <> (select oid from pg_roles where rolname = current_user)`,
          )
        ).calls,
      ),
  };
}

const UNDONE = `select
    (select count(*) from inbox_pending where set_aside_at is null) as inbox,
    (select count(*) from outbox) as outbox,
    (select count(*) from event_log l where exists (select 1 from listener_cursor c where c.listener = 'push-to-panels' and c.seq < l.last_seq)
       and l.last_seq > (select last_seq from event_sequence) - 5000 and l.topic = 'message.received') as behind`;

/** Waits until everything that came was worked off. @returns {Promise<number>} milliseconds it took @throws when it never does */
export async function settled(database, patienceMs = 120_000) {
  const began = performance.now();
  for (;;) {
    const { inbox, outbox, behind } = await database.one(UNDONE);
    if (Number(inbox) + Number(outbox) + Number(behind) === 0) return performance.now() - began;
    if (performance.now() - began > patienceMs)
      throw new Error(
        `not worked off after ${patienceMs} ms: ${inbox} in the inbox, ${outbox} in the outbox, ${behind} not pushed`,
      );
    await pause(20);
  }
}
