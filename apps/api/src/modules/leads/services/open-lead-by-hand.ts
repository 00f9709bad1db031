import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { Principal } from '../../auth/index.js';
import type { LeadChange } from '../domain/lead-change.js';
import { openLeadExists } from '../leads.errors.js';
import { leadCreated } from '../leads.events.js';
import type { LeadEntity } from '../persistence/lead.entity.js';
import { LeadRepository } from '../persistence/lead.repository.js';
import { LeadEvents } from '../persistence/lead-events.js';
import { ChangeLead } from './change-lead.js';

/** A lead that somebody writes down: a visit, a call. */
@Injectable()
export class OpenLeadByHand {
  constructor(
    private readonly transaction: Transaction,
    private readonly changeLead: ChangeLead,
    private readonly clock: Clock,
    private readonly leads: LeadRepository,
    private readonly events: LeadEvents,
    private readonly outbox: Outbox,
  ) {}

  open(by: Principal, contactId: string, itemId: string | null, rest: LeadChange = {}): Promise<string> {
    return this.transaction.run(async () => {
      const open = await this.leads.openOf(contactId, itemId);
      if (open) throw openLeadExists(open.id);
      const lead = blankLead(newId(), contactId, itemId, this.clock.now());
      const conflict = await this.leads.insert(lead);
      if (conflict === 'no_contact') throw invalidField('/contactId', 'there is no such contact');
      if (conflict) throw openLeadExists();
      await this.events.append([
        {
          leadId: lead.id,
          kind: 'opened',
          detail: { source: 'manual' },
          by: { kind: by.kind, id: by.id },
          at: lead.createdAt,
        },
      ]);
      await this.outbox.append(leadCreated, [{ leadId: lead.id, contactId, conversationId: null, anonymous: false }]);
      await this.changeLead.change(by, lead.id, { ...rest, ...(itemId !== null && { itemId }) });
      return lead.id;
    });
  }
}

const blankLead = (id: string, contactId: string, itemId: string | null, now: Date): LeadEntity => ({
  id,
  contactId,
  itemId,
  conversationId: null,
  source: 'manual',
  network: null,
  linkId: null,
  clickId: null,
  adId: null,
  utm: null,
  openedByMessage: null,
  state: 'new',
  lostReason: null,
  quality: 'cold',
  qualityBy: 'rules',
  qualityReasons: [],
  completeness: 0,
  urgency: null,
  title: null,
  description: null,
  city: null,
  budgetAmount: null,
  budgetCurrency: null,
  valueAmount: null,
  valueCurrency: null,
  saleId: null,
  assigneeId: null,
  enquiries: 1,
  firstMessageAt: null,
  lastMessageAt: null,
  enquiredAt: now,
  activityAt: now,
  closedAt: null,
  expiredAt: null,
  absorbedBy: null,
  version: 1,
  createdAt: now,
  updatedAt: now,
});
