import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface Backlog {
  outbox: number;
  inbound: number;
  inboundSetAside: number;
  sends: number;
  parkedEvents: number;
}

const BACKLOG = `select (select count(*) from outbox)::int as outbox,
  (select count(*) from inbox_pending where set_aside_at is null)::int as inbound,
  (select count(*) from inbox_pending where set_aside_at is not null)::int as "inboundSetAside",
  (select count(*) from send_queue)::int as sends,
  (select count(*) from parked_event where resolved_at is null)::int as "parkedEvents"`;

/** How many numbers of the log each listener has not heard yet; other topics count too, so a small number is rest. */
const LISTENERS = `select c.listener as name, greatest(s.last_seq - c.seq, 0)::text as behind, c.moved_at as "movedAt"
  from listener_cursor c cross join event_sequence s order by c.listener`;

@Injectable()
export class SystemStatusQuery {
  constructor(private readonly sql: Sql) {}

  async backlog(): Promise<Backlog> {
    return (
      (await this.sql.one<Backlog>(BACKLOG)) ?? { outbox: 0, inbound: 0, inboundSetAside: 0, sends: 0, parkedEvents: 0 }
    );
  }

  listeners(): Promise<{ name: string; behind: string; movedAt: Date | null }[]> {
    return this.sql.rows(LISTENERS);
  }
}
