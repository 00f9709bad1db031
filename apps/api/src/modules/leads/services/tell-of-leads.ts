import { Injectable } from '@nestjs/common';
import { Conversations } from '../../conversations/index.js';
import { Links } from '../../links/index.js';
import { LeadTidings } from '../persistence/lead-tidings.query.js';

/** Brings what lower floors show of leads up to date. It says how things are, not what changed: saying it twice is harmless. */
@Injectable()
export class TellOfLeads {
  constructor(
    private readonly leads: LeadTidings,
    private readonly conversations: Conversations,
    private readonly links: Links,
  ) {}

  async tell(leadIds: readonly string[]): Promise<void> {
    const leads = await this.leads.of(leadIds);
    await this.links.keepOutcomes(
      leads.flatMap(({ id, linkId, claimed, state }) =>
        linkId && claimed ? [{ dealId: id, linkId, won: state === 'won' }] : [],
      ),
    );
    await this.conversations.setLeads(
      await this.leads.ofConversations(leads.flatMap(({ conversationId }) => conversationId ?? [])),
    );
  }
}
