import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction.js';
import { notFound } from '../../platform/http/domain-error.js';
import { can, type Principal } from '../auth/index.js';
import type { LeadChange } from './domain/lead-change.js';
import { viewerOf } from './domain/lead-viewer.js';
import { isOpen, type LeadState } from './domain/lead-status.js';
import type { LeadView } from './http/lead-view.js';
import type { Enrichment, LeadSummary } from './leads.types.js';
import type { LeadEntity } from './persistence/lead.entity.js';
import { LeadRepository } from './persistence/lead.repository.js';
import { SYSTEM, type Actor } from './persistence/lead-events.js';
import { ChangeLead } from './services/change-lead.js';
import { LeadLists } from './services/lead-lists.js';
import { LeadViews } from './services/lead-views.js';
import { LeadWriter } from './services/lead-writer.js';

const ASSISTANT: Actor = { kind: 'assistant', id: null };

/** What other modules may ask about leads, and do with them. */
@Injectable()
export class Leads {
  constructor(
    private readonly transaction: Transaction,
    private readonly leads: LeadRepository,
    private readonly writer: LeadWriter,
    private readonly changeLead: ChangeLead,
    private readonly views: LeadViews,
    private readonly lists: LeadLists,
  ) {}

  async byIds(ids: readonly string[]): Promise<Map<string, LeadSummary>> {
    return new Map((await this.leads.byIds(ids)).map((lead) => [lead.id, summaryOf(lead)]));
  }

  /** The latest enquiry first. */
  async ofContact(contactId: string): Promise<LeadSummary[]> {
    return (await this.leads.ofContact(contactId)).map(summaryOf);
  }

  /** The open one of the latest enquiry, else the latest closed one. */
  async ofConversation(conversationId: string): Promise<LeadSummary | undefined> {
    const lead = await this.leads.ofConversation(conversationId);
    return lead ? summaryOf(lead) : undefined;
  }

  /** The lead of `ofConversation` as REST shows it to somebody; undefined also when they may not see it. */
  async viewOfConversation(by: Principal, conversationId: string): Promise<LeadView | undefined> {
    if (!can(by, 'leads:read')) return undefined;
    const lead = await this.leads.ofConversation(conversationId);
    return lead ? this.views.find(viewerOf(by), lead.id, by.kind === 'user' ? by.id : null) : undefined;
  }

  /** Those that somebody may see, by words of the lead or its person, the liveliest first; none for who may read no leads. */
  async search(by: Principal, q: string, limit: number): Promise<LeadView[]> {
    if (!can(by, 'leads:read')) return [];
    const { data } = await this.lists.list(
      { viewer: viewerOf(by), anonymous: false, q },
      { sort: '-lastActivityAt', limit },
      by.kind === 'user' ? by.id : null,
    );
    return data;
  }

  /** Writes down what ISAC found out. Returns the lead; undefined when the conversation has no open one. */
  enrich({ conversationId, qualified, itemId, ...facts }: Enrichment): Promise<string | undefined> {
    return this.transaction.run(async () => {
      const lead = await this.lockOpen(conversationId);
      if (!lead) return undefined;
      const change: LeadChange = { ...facts };
      if (itemId && (await this.itemIsFree(lead, itemId))) change.itemId = itemId;
      if (qualified && (lead.state === 'new' || lead.state === 'contacted')) change.state = 'qualified';
      await this.writer.apply(lead, change, ASSISTANT);
      return lead.id;
    });
  }

  /** @throws lead_state_refused, validation_failed (lost without a reason) */
  changeState(by: Principal, leadId: string, state: LeadState, lostReason?: string): Promise<void> {
    return this.changeLead.change(by, leadId, { state, ...(lostReason !== undefined && { lostReason }) });
  }

  assign(by: Principal, leadId: string, assigneeId: string | null): Promise<void> {
    return this.changeLead.change(by, leadId, { assigneeId });
  }

  /** A sale was made. Telling it twice changes nothing; a lost lead is won all the same. */
  win(leadId: string, sale: { saleId: string; value: { amount: number; currency: string } }): Promise<void> {
    return this.transaction.run(async () => {
      const found = await this.leads.lock(leadId);
      if (!found) throw notFound('lead');
      if (found.state === 'won') return;
      if (!isOpen(found.state)) await this.writer.apply(found, { state: 'contacted' }, SYSTEM);
      const lead = isOpen(found.state) ? found : await this.leads.lock(leadId);
      if (lead) await this.writer.apply(lead, { state: 'won', ...sale }, SYSTEM);
    });
  }

  private async lockOpen(conversationId: string): Promise<LeadEntity | undefined> {
    const found = await this.leads.ofConversation(conversationId);
    const lead = found && isOpen(found.state) ? await this.leads.lock(found.id) : null;
    return lead && isOpen(lead.state) ? lead : undefined;
  }

  /** An item named by the way never takes a lead from its own item, nor from another lead. */
  private async itemIsFree(lead: LeadEntity, itemId: string): Promise<boolean> {
    return (
      lead.itemId === null && lead.contactId !== null && (await this.leads.openOf(lead.contactId, itemId)) === null
    );
  }
}

const moneyOf = (amount: number | null, currency: string | null) =>
  amount !== null && currency !== null ? { amount, currency } : null;

const summaryOf = (lead: LeadEntity): LeadSummary => {
  const {
    id,
    contactId,
    conversationId,
    itemId,
    state,
    quality,
    qualityReasons,
    completeness,
    urgency,
    city,
    assigneeId,
    source,
    network,
    linkId,
    createdAt,
    version,
  } = lead;
  const budget = moneyOf(lead.budgetAmount, lead.budgetCurrency);
  const value = moneyOf(lead.valueAmount, lead.valueCurrency);
  return {
    id,
    contactId,
    conversationId,
    itemId,
    state,
    quality,
    qualityReasons,
    completeness,
    urgency,
    city,
    budget,
    value,
    assigneeId,
    source,
    network,
    linkId,
    createdAt,
    version,
  };
};
