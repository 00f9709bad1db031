import { Injectable } from '@nestjs/common';
import { Sql } from '../database/sql.js';
import type { EventItem } from './domain-event.js';

interface LogRow {
  first_seq: string;
  last_seq: string;
  topic: string;
  items: unknown[];
  recorded_at: Date;
}

/** Moves rows of the outbox in the order they were written and numbers their items; the update of event_sequence makes relays take turns. */
const MOVE = `with moved as (
    delete from outbox where id = any(array(select id from outbox order by id limit $1)) returning id, topic, items, created_at
  ), numbered as (
    select *, json_array_length(items) as n, sum(json_array_length(items)) over (order by id) as upto from moved
  ), bumped as (
    update event_sequence set last_seq = last_seq + (select max(upto) from numbered) where exists (select 1 from numbered) returning last_seq
  ), logged as (
    insert into event_log (first_seq, last_seq, topic, items, recorded_at)
    select b.last_seq - (select max(upto) from numbered) + n.upto - n.n + 1, b.last_seq - (select max(upto) from numbered) + n.upto, n.topic, n.items, n.created_at
    from numbered n, bumped b returning topic
  ) select topic, count(*)::int as rows from logged group by topic`;

const READ = `select first_seq, last_seq, topic, items, recorded_at from event_log
  where last_seq > $1 and last_seq <= $2 and topic = any($3) order by last_seq limit $4`;

/** The one ordered log of what happened. */
@Injectable()
export class EventLog {
  constructor(private readonly sql: Sql) {}

  /** Moves up to `limit` rows of the outbox here. Returns the topics moved with their row counts. */
  moveFromOutbox(limit: number): Promise<{ topic: string; rows: number }[]> {
    return this.sql.rows(MOVE, [limit]);
  }

  /** The number of the last item. Everything up to it is visible. */
  async end(): Promise<string> {
    const [row] = await this.sql.rows<{ last_seq: string }>('select last_seq from event_sequence');
    return row?.last_seq ?? '0';
  }

  /** The oldest item still kept, or null when there is none. */
  async start(): Promise<string | null> {
    const row = await this.sql.one<{ first_seq: string | null }>('select min(first_seq) as first_seq from event_log');
    return row?.first_seq ?? null;
  }

  /** Items of these topics after `after` up to `end`, from at most `rows` log rows; `complete` tells that nothing was cut off. */
  async read(
    topics: readonly string[],
    after: string,
    end: string,
    rows: number,
  ): Promise<{ items: EventItem[]; complete: boolean }> {
    const found = await this.sql.rows<LogRow>(READ, [after, end, topics, rows]);
    const from = BigInt(after);
    const items = found.flatMap((row) => numbered(row).filter((item) => BigInt(item.seq) > from));
    return { items, complete: found.length < rows };
  }

  /** Forgets what is older. */
  forget(before: Date): Promise<number> {
    return this.sql.affected(
      'delete from event_log where last_seq = any(array(select last_seq from event_log where recorded_at < $1 limit 5000))',
      [before],
    );
  }
}

function numbered(row: LogRow): EventItem[] {
  const first = BigInt(row.first_seq);
  return row.items.map((data, index) => ({
    seq: (first + BigInt(index)).toString(),
    topic: row.topic,
    at: row.recorded_at,
    data,
  }));
}
