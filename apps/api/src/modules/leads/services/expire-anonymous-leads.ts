import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { EnquiryLeads } from '../persistence/enquiry-leads.js';
import { LeadEvents, SYSTEM } from '../persistence/lead-events.js';

const UNCLAIMED_MS = 30 * 86_400_000;
const AT_ONCE = 500;

/** Puts clicks aside that nobody claimed for 30 days. A late message still claims one. */
@Injectable()
export class ExpireAnonymousLeads {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly leads: EnquiryLeads,
    private readonly events: LeadEvents,
  ) {}

  /** @returns how many; call again while it is more than none. */
  some(): Promise<number> {
    const at = this.clock.now();
    return this.transaction.run(async () => {
      const expired = await this.leads.expire(new Date(at.getTime() - UNCLAIMED_MS), at, AT_ONCE);
      await this.events.append(expired.map((leadId) => ({ leadId, kind: 'expired', detail: {}, by: SYSTEM, at })));
      return expired.length;
    });
  }
}
