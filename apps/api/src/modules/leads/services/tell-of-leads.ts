import { Injectable } from '@nestjs/common';
import { Conversations } from '../../conversations/index.js';
import { Links } from '../../links/index.js';
import { LeadRepository } from '../persistence/lead.repository.js';

/** Brings what lower floors show of leads up to date. It says how things are, not what changed: saying it twice is harmless. */
@Injectable()
export class TellOfLeads {
  constructor(
    private readonly leads: LeadRepository,
    private readonly conversations: Conversations,
    private readonly links: Links,
  ) {}

  async tell(leadIds: readonly string[]): Promise<void> {
    const leads = await this.leads.byIds(leadIds);
    await this.links.keepOutcomes(leads.flatMap(({ id, linkId, contactId, state }) => (linkId && contactId ? [{ dealId: id, linkId, won: state === 'won' }] : [])));
    const current = await this.leads.ofConversations([...new Set(leads.flatMap((lead) => lead.conversationId ?? []))]);
    await this.conversations.setLeads([...current].map(([conversationId, lead]) => ({ conversationId, leadId: lead.id, state: lead.state, quality: lead.quality ?? 'cold' })));
  }
}
