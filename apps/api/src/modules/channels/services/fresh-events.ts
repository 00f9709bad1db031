import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import type { ChannelEvent } from '../domain/channel-event.js';

const MOST_RECEIPTS = 1000;
/** A body of many events, or of long ones, is read again from its receipt instead of held here. */
const LARGEST_BODY = 16_384;

/**
 * What the door has just translated, so that the same process need not open, parse and translate the receipt again a moment later. Only a shortcut:
 * whatever is missing here is read from the receipt.
 */
@Injectable()
export class FreshEvents {
  private readonly byReceipt = new Map<string, readonly ChannelEvent[]>();

  constructor(private readonly config: Config) {}

  keep(receiptId: string, events: readonly ChannelEvent[], bodySize: number): void {
    if (!this.config.works || events.length === 0 || bodySize > LARGEST_BODY) return;
    this.byReceipt.set(receiptId, events);
    if (this.byReceipt.size > MOST_RECEIPTS) this.byReceipt.delete(this.byReceipt.keys().next().value ?? '');
  }

  take(receiptId: string): readonly ChannelEvent[] | undefined {
    const events = this.byReceipt.get(receiptId);
    this.byReceipt.delete(receiptId);
    return events;
  }
}
