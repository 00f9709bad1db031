import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { echoReceived, messageQueued, messageReceived } from '../../conversations/index.js';
import { enquiryAttributed, linkClicked } from '../../links/index.js';
import type { ThreadNews } from '../persistence/lead-threads.js';
import { KeepLeads } from '../services/keep-leads.js';

/** Somebody of the business, or ISAC, answered; campaigns and automations answer nobody. */
const ANSWERING = new Set(['advisor', 'assistant']);

/** Opens, claims, enriches and dates leads. One listener for all of it: two would race. */
@Injectable()
@Listener({})
export class KeepLeadsListener implements EventListener {
  readonly name = 'keep-leads';
  readonly events = [linkClicked, enquiryAttributed, messageReceived, messageQueued, echoReceived];

  constructor(
    private readonly keepLeads: KeepLeads,
    private readonly clock: Clock,
  ) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    const now = this.clock.now().toISOString();
    const received = itemsOf(messageReceived, batch).map(({ seq, data }): ThreadNews => {
      const begins = data.opensConversation || data.reopens || data.claimCode !== null || data.referral !== null;
      return { conversationId: data.conversationId, at: data.at, seq, kind: begins ? 'enquiry' : 'message' };
    });
    const queued = itemsOf(messageQueued, batch).map(({ seq, data }): ThreadNews => ({
      conversationId: data.conversationId,
      at: now,
      seq,
      kind: ANSWERING.has(data.author) ? 'reply' : 'message',
    }));
    const echoed = itemsOf(echoReceived, batch).map(({ seq, data }): ThreadNews => ({
      conversationId: data.conversationId,
      at: now,
      seq,
      kind: 'reply',
    }));
    await this.keepLeads.keep({
      clicks: itemsOf(linkClicked, batch).flatMap(({ data }) => (data.human ? [data] : [])),
      enquiries: itemsOf(enquiryAttributed, batch).map((item) => item.data),
      thread: [...received, ...queued, ...echoed],
    });
  }
}
