import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { Config } from '../../../platform/config/config.js';
import { reservedPool } from '../../../platform/database/connections.js';
import type { ChannelEvent } from '../domain/channel-event.js';

export type ReceiptOutcome = 'accepted' | 'not_understood' | 'unknown_channel';

export interface Receipt {
  id: string;
  door: string;
  receivedAt: Date;
  sealedBody: string;
  size: number;
  events: readonly ChannelEvent[];
  outcome: ReceiptOutcome;
  reason: string | null;
  /** What it told, by channel and place in the translation. */
  facts: readonly { key: string; channelId: string; ordinal: number }[];
}

/** One statement, one round trip, one commit: receipts, what is new in them, and what is to be done. A fact that was known stays as it was. */
const STORE = `with receipt as (
    insert into webhook_receipt (id, door, received_at, body, size, events, outcome, reason)
    select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::int[], $6::int[], $7::text[], $8::text[])
  ), fresh as (
    insert into channel_event (key, receipt_id, ordinal)
    select key, receipt_id, ordinal from unnest($9::uuid[], $10::uuid[], $12::int[]) as f(key, receipt_id, ordinal)
    on conflict (key) do nothing returning key
  )
  insert into inbox_pending (channel_id, receipt_id, ordinal, received_at)
  select f.channel_id, f.receipt_id, f.ordinal, f.received_at
  from unnest($9::uuid[], $10::uuid[], $11::uuid[], $12::int[], $13::timestamptz[]) as f(key, receipt_id, channel_id, ordinal, received_at)
  join fresh using (key) order by f.receipt_id, f.ordinal`;

/** Writes what came through the door, over connections that nothing else uses. */
@Injectable()
export class ReceiptStore implements OnApplicationShutdown {
  private readonly pool: Pool;

  constructor(config: Config) {
    this.pool = reservedPool(config, 'door', 2);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  async store(receipts: readonly Receipt[]): Promise<void> {
    const facts = distinctFacts(receipts);
    await this.pool.query({
      name: 'door-store',
      text: STORE,
      values: [
        receipts.map(({ id }) => id),
        receipts.map(({ door }) => door),
        receipts.map(({ receivedAt }) => receivedAt.toISOString()),
        receipts.map(({ sealedBody }) => sealedBody),
        receipts.map(({ size }) => size),
        receipts.map(({ events }) => events.length),
        receipts.map(({ outcome }) => outcome),
        receipts.map(({ reason }) => reason),
        facts.map(({ key }) => key),
        facts.map(({ receipt }) => receipt.id),
        facts.map(({ channelId }) => channelId),
        facts.map(({ ordinal }) => ordinal),
        facts.map(({ receipt }) => receipt.receivedAt.toISOString()),
      ],
    });
  }

  async countBadSignatures(door: string, count: number, at: Date): Promise<void> {
    await this.pool.query({
      name: 'door-bad-signature',
      text: `insert into door_count (door, day, bad_signatures) values ($1, $2::date, $3) on conflict (door, day) do update set bad_signatures = door_count.bad_signatures + excluded.bad_signatures`,
      values: [door, at.toISOString().slice(0, 10), count],
    });
  }
}

/** Each fact once, in the order of the keys, so that two doors never wait for each other in a circle. */
function distinctFacts(receipts: readonly Receipt[]) {
  const byKey = new Map<string, Receipt['facts'][number] & { receipt: Receipt }>();
  for (const receipt of receipts)
    for (const fact of receipt.facts) if (!byKey.has(fact.key)) byKey.set(fact.key, { ...fact, receipt });
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
