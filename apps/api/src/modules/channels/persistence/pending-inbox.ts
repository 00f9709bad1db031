import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface PendingRow {
  id: string;
  channel_id: string;
  receipt_id: string;
  ordinal: number;
  received_at: Date;
  door: string;
  /** On the first row of each receipt only: a body with many events would else be sent once for each of them. */
  body: string | null;
}

/** `= any(array(select …))`: as `in (select … limit)` the planner may run the inner select again for every row and claim more than the limit. */
const CLAIM = `with gone as (
    delete from inbox_pending where id = any(array(
      select id from inbox_pending where set_aside_at is null order by id limit $1 for update skip locked
    )) returning id, channel_id, receipt_id, ordinal, received_at
  )
  select g.id, g.channel_id, g.receipt_id, g.ordinal, g.received_at, r.door,
    case when row_number() over (partition by g.receipt_id order by g.id) = 1 then r.body end as body
  from gone g join webhook_receipt r on r.id = g.receipt_id order by g.id`;

@Injectable()
export class PendingInbox {
  constructor(private readonly sql: Sql) {}

  claim(max: number): Promise<PendingRow[]> {
    return this.sql.named<PendingRow>('inbox-claim', CLAIM, [max]);
  }

  async setAside(ref: { channelId: string; receiptId: string; ordinal: number; receivedAt: Date }, error: string): Promise<void> {
    await this.sql.rows('insert into inbox_pending (channel_id, receipt_id, ordinal, received_at, set_aside_at, error) values ($1, $2, $3, $4, clock_timestamp(), $5)', [
      ref.channelId,
      ref.receiptId,
      ref.ordinal,
      ref.receivedAt,
      error,
    ]);
  }

  /** Lets everything of a receipt run again: what was set aside, and what it tells a channel that is known by now. */
  async requeue(receiptId: string, facts: readonly { channelId: string; ordinal: number }[], receivedAt: Date): Promise<void> {
    await this.sql.rows('delete from inbox_pending where receipt_id = $1', [receiptId]);
    await this.sql.rows(
      `insert into inbox_pending (channel_id, receipt_id, ordinal, received_at) select channel_id, $1, ordinal, $2 from unnest($3::uuid[], $4::int[]) as f(channel_id, ordinal) order by ordinal`,
      [receiptId, receivedAt, facts.map(({ channelId }) => channelId), facts.map(({ ordinal }) => ordinal)],
    );
  }
}
