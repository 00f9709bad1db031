import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';

export interface PendingRow {
  id: string;
  channel_id: string;
  receipt_id: string;
  ordinal: number;
  received_at: Date;
}

/** `= any(array(select …))`: as `in (select … limit)` the planner may run the inner select again for every row and claim more than the limit. */
const CLAIM = `with gone as (
    delete from inbox_pending where id = any(array(
      select id from inbox_pending where set_aside_at is null order by id limit $1 for update skip locked
    )) returning id, channel_id, receipt_id, ordinal, received_at
  )
  select id, channel_id, receipt_id, ordinal, received_at from gone order by id`;

@Injectable()
export class PendingInbox {
  constructor(private readonly sql: Sql) {}

  claim(max: number): Promise<PendingRow[]> {
    return this.sql.rows<PendingRow>(CLAIM, [max]);
  }

  async bodies(
    receiptIds: readonly string[],
  ): Promise<{ id: string; door: string; body: string; received_at: Date }[]> {
    return receiptIds.length === 0
      ? []
      : this.sql.rows('select id, door, body, received_at from webhook_receipt where id = any($1::uuid[])', [
          receiptIds,
        ]);
  }

  async setAside(
    ref: { channelId: string; receiptId: string; ordinal: number; receivedAt: Date },
    error: string,
  ): Promise<void> {
    await this.sql.rows(
      'insert into inbox_pending (channel_id, receipt_id, ordinal, received_at, set_aside_at, error) values ($1, $2, $3, $4, clock_timestamp(), $5)',
      [ref.channelId, ref.receiptId, ref.ordinal, ref.receivedAt, error],
    );
  }

  /** Lets everything of a receipt run again: what was set aside, and what it tells a channel that is known by now. */
  async requeue(
    receiptId: string,
    facts: readonly { channelId: string; ordinal: number }[],
    receivedAt: Date,
  ): Promise<void> {
    await this.sql.rows('delete from inbox_pending where receipt_id = $1', [receiptId]);
    await this.sql.rows(
      `insert into inbox_pending (channel_id, receipt_id, ordinal, received_at) select channel_id, $1, ordinal, $2 from unnest($3::uuid[], $4::int[]) as f(channel_id, ordinal) order by ordinal`,
      [receiptId, receivedAt, facts.map(({ channelId }) => channelId), facts.map(({ ordinal }) => ordinal)],
    );
  }
}
