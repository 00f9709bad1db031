import { Injectable } from '@nestjs/common';
import type { Principal } from '../../modules/auth/index.js';
import { Catalogue } from '../../modules/catalogue/index.js';
import { Leads, type LeadSummary } from '../../modules/leads/index.js';
import { ChangeLead } from '../../modules/leads/services/change-lead.js';
import { leadWords } from './desk-words.js';
import { HearEvents } from './hear-events.js';

/** What becomes of the leads that the listeners made. */
@Injectable()
export class PlayLeads {
  constructor(
    private readonly leads: Leads,
    private readonly changing: ChangeLead,
    private readonly events: HearEvents,
    private readonly catalogue: Catalogue,
  ) {}

  /** ISAC understood which item is meant. */
  async about(conversationId: string, sku: string): Promise<void> {
    const item = await this.catalogue.bySku(sku);
    if (!item) throw new Error(`the demo sells no ${sku}`);
    await this.leads.enrich({ conversationId, itemId: item.id });
  }

  async enrich(conversationId: string, words: string): Promise<void> {
    await this.events.catchUp();
    const { state: _state, ...facts } = leadWords(words);
    await this.leads.enrich({ conversationId, ...facts });
  }

  /** `lead` with what changed, `lost` with the reason, `won` with what it brought (in cents; else its value stays). */
  async change(verb: string, conversationId: string, by: Principal, words: string): Promise<void> {
    await this.events.catchUp();
    const lead = await this.leads.ofConversation(conversationId);
    if (!lead) throw new Error(`no lead came of ${conversationId}`);
    if (verb === 'lost') return this.changing.change(by, lead.id, { state: 'lost', lostReason: words });
    if (verb === 'won')
      return this.changing.change(by, lead.id, {
        state: 'won',
        ...(words && { value: { amount: Number(words), currency: 'USD' } }),
      });
    const { qualified: _qualified, ...change } = leadWords(words);
    return this.changing.change(by, lead.id, { ...change, ...(await this.priceOf(lead)) });
  }

  /** Whoever takes a lead further writes down what it may bring. */
  private async priceOf({ itemId, value }: LeadSummary): Promise<{ value?: { amount: number; currency: string } }> {
    const item = itemId && !value ? (await this.catalogue.byIds([itemId])).get(itemId) : undefined;
    return item ? { value: item.priceRetail } : {};
  }
}
