import { Injectable } from '@nestjs/common';
import { Encryption } from '../../../platform/encryption/encryption.js';
import type { WebhookDoor } from '../domain/channel-adapter.js';
import type { ChannelEvent, ChannelKind } from '../domain/channel-event.js';
import { PendingInbox } from '../persistence/pending-inbox.js';
import { Channels } from './channels.js';
import { FreshEvents } from './fresh-events.js';
import { ReceiptReader } from './receipt-reader.js';

/** The worker that empties the queue; the door nudges it. */
export const INBOUND_JOB = 'receive-messages';

export interface InboundItem {
  /** For `setAside`. */
  ref: { channelId: string; receiptId: string; ordinal: number; receivedAt: Date };
  channelId: string;
  channelKind: ChannelKind;
  receivedAt: Date;
  event: ChannelEvent;
}

/** What came through the door and waits to be understood by the thread. */
@Injectable()
export class InboundQueue {
  constructor(
    private readonly pending: PendingInbox,
    private readonly fresh: FreshEvents,
    private readonly reader: ReceiptReader,
    private readonly channels: Channels,
    private readonly encryption: Encryption,
  ) {}

  /** Takes up to `max` events out, oldest first, within the caller's transaction. */
  async claim(max: number): Promise<InboundItem[]> {
    const rows = await this.pending.claim(max);
    if (rows.length === 0) return [];
    const kinds = new Map((await this.channels.list()).map((card) => [card.id, card.kind]));
    const opened = await this.open(new Set(rows.map((row) => row.receipt_id)));
    return rows.flatMap((row) => {
      const event = opened.get(row.receipt_id)?.[row.ordinal];
      const channelKind = kinds.get(row.channel_id);
      if (!event || !channelKind) return [];
      const ref = {
        channelId: row.channel_id,
        receiptId: row.receipt_id,
        ordinal: row.ordinal,
        receivedAt: row.received_at,
      };
      return [{ ref, channelId: row.channel_id, channelKind, receivedAt: row.received_at, event }];
    });
  }

  /** Puts an event that cannot be digested where people see it; it can be replayed from there. */
  async setAside(item: InboundItem, error: string): Promise<void> {
    await this.pending.setAside(item.ref, error.slice(0, 1000));
  }

  /** The events of these receipts, in the order in which they were numbered. */
  private async open(receiptIds: ReadonlySet<string>): Promise<Map<string, readonly ChannelEvent[]>> {
    const opened = new Map<string, readonly ChannelEvent[]>();
    for (const id of receiptIds) {
      const events = this.fresh.take(id);
      if (events) opened.set(id, events);
    }
    const sealed = await this.pending.bodies([...receiptIds].filter((id) => !opened.has(id)));
    for (const { id, door, body, received_at: receivedAt } of sealed)
      opened.set(id, this.reader.events(door as WebhookDoor['name'], this.encryption.decryptBytes(body), receivedAt));
    return opened;
  }
}
