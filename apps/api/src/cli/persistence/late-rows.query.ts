import type { Sql } from '../../platform/database/sql.js';

export interface LateRows {
  inbound: number;
  inboundSetAside: number;
  sends: number;
  parkedEvents: number;
}

const LATE = `select (select count(*) from inbox_pending where set_aside_at is null and received_at < $1)::int as inbound,
  (select count(*) from inbox_pending where set_aside_at < $1)::int as "inboundSetAside",
  (select count(*) from send_queue where due_at < $1 and lease_until is null)::int as sends,
  (select count(*) from parked_event where resolved_at is null and parked_at < $1)::int as "parkedEvents"`;

/** Rows that have waited since before the given moment. */
export async function lateRows(sql: Sql, since: Date): Promise<LateRows> {
  return (await sql.one<LateRows>(LATE, [since])) ?? { inbound: 0, inboundSetAside: 0, sends: 0, parkedEvents: 0 };
}
