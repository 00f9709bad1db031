import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { Enquiry } from '../domain/plan-enquiries.js';
import { leadChanged } from '../leads.events.js';
import { LeadEvents, SYSTEM } from '../persistence/lead-events.js';
import { LeadThreads, type ThreadNews } from '../persistence/lead-threads.js';
import { BeginLeads, type Click } from './begin-leads.js';

export interface LeadNews {
  clicks: readonly Click[];
  enquiries: readonly Enquiry[];
  thread: readonly ThreadNews[];
}

/**
 * Keeps leads in step with what happens. A reply may be heard before the lead that it answers exists, so what
 * conversations did is remembered first and applied last: the outcome does not depend on who was faster.
 */
@Injectable()
export class KeepLeads {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly threads: LeadThreads,
    private readonly beginLeads: BeginLeads,
    private readonly events: LeadEvents,
    private readonly outbox: Outbox,
  ) {}

  keep({ clicks, enquiries, thread }: LeadNews): Promise<void> {
    return this.transaction.run(async () => {
      await this.threads.remember(thread);
      await this.beginLeads.fromClicks(clicks);
      await this.beginLeads.fromEnquiries(enquiries);
      const touched = [...new Set([...thread, ...enquiries].map(({ conversationId }) => conversationId))];
      await this.threads.moveTimes(touched);
      await this.markAnswered(touched);
    });
  }

  private async markAnswered(conversationIds: readonly string[]): Promise<void> {
    const at = this.clock.now();
    const answered = await this.threads.contactAnswered(conversationIds, at);
    await this.events.append(
      answered.map((leadId) => ({ leadId, kind: 'state', detail: { from: 'new', to: 'contacted' }, by: SYSTEM, at })),
    );
    await this.outbox.append(
      leadChanged,
      answered.map((leadId) => ({ leadId, change: 'state' as const, from: 'new', to: 'contacted', byUserId: null })),
    );
  }
}
