import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { staleVersion } from '../../../platform/http/domain-error.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Contacts } from '../../contacts/index.js';
import { changeLead, type LeadChange, type Told } from '../domain/lead-change.js';
import { completenessOf, qualityOf, type LeadFacts } from '../domain/lead-quality.js';
import { openLeadExists, stateRefused } from '../leads.errors.js';
import { leadChanged } from '../leads.events.js';
import type { LeadEntity } from '../persistence/lead.entity.js';
import { LeadRepository } from '../persistence/lead.repository.js';
import { LeadEvents, type Actor } from '../persistence/lead-events.js';

/** The one way a lead is changed after it began: decides, writes, keeps the history and tells others. In the caller's transaction. */
@Injectable()
export class LeadWriter {
  constructor(
    private readonly clock: Clock,
    private readonly leads: LeadRepository,
    private readonly contacts: Contacts,
    private readonly events: LeadEvents,
    private readonly outbox: Outbox,
  ) {}

  /** @returns what changed; nothing is written when nothing did. */
  async apply(lead: LeadEntity, change: LeadChange, by: Actor): Promise<Told[]> {
    const now = this.clock.now();
    const author = by.kind === 'assistant' ? 'assistant' : by.kind === 'system' ? 'system' : 'person';
    const decision = changeLead(lead, change, author, now);
    if (!decision.ok) throw stateRefused(decision.refusal, lead.state, change.state ?? lead.state);
    const judged = await this.judge(decision.lead, change);
    if (decision.told.length === 0 && JSON.stringify(judged) === JSON.stringify(lead)) return [];
    const conflict = await this.leads.update(
      { ...judged, activityAt: now > lead.activityAt ? now : lead.activityAt, updatedAt: now },
      lead.version,
    );
    if (conflict === 'stale') throw staleVersion(lead.version + 1);
    if (conflict) throw openLeadExists();
    await this.events.append(
      decision.told.map((told) => ({ leadId: lead.id, kind: told.change, detail: detailOf(told), by, at: now })),
    );
    const byUserId = by.kind === 'user' ? by.id : null;
    await this.outbox.append(
      leadChanged,
      decision.told.map(({ change: kind, from, to }) => ({ leadId: lead.id, change: kind, from, to, byUserId })),
    );
    return decision.told;
  }

  /** Completeness follows what is known; so does quality while neither a person nor ISAC has judged. */
  private async judge(lead: LeadEntity, change: LeadChange): Promise<LeadEntity> {
    if (change.completeness !== undefined) return lead;
    const facts = await this.factsOf(lead);
    const completeness = completenessOf(facts);
    if (lead.qualityBy !== 'rules') return { ...lead, completeness };
    const { quality, reasons } = qualityOf(facts);
    return { ...lead, completeness, quality, qualityReasons: reasons };
  }

  private async factsOf(lead: LeadEntity): Promise<LeadFacts> {
    const contact = lead.contactId ? await this.contacts.detail(lead.contactId) : undefined;
    return {
      name: Boolean(contact?.name) && contact?.name !== contact?.phone,
      phone: Boolean(contact?.phone),
      email: Boolean(contact?.email),
      item: lead.itemId !== null,
      budget: lead.budgetAmount !== null,
      city: Boolean(lead.city ?? contact?.city),
      urgency: lead.urgency,
    };
  }
}

const detailOf = ({ change, from, to, fields }: Told): Record<string, unknown> =>
  change === 'details' ? { fields } : { from, to };
