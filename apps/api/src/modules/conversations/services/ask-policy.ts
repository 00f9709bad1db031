import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Channels } from '../../channels/index.js';
import { Consents, Contacts } from '../../contacts/index.js';
import {
  decideOutbound,
  replyPolicy,
  type PolicyQuestion,
  type PolicyVerdict,
  type ReplyPolicy,
} from '../domain/outbound-policy.js';

export interface Approach {
  contactId: string;
  channelId: string;
  lastInboundAt: Date | null;
}

/** Gathers what the policy needs to know, and asks it. */
@Injectable()
export class AskPolicy {
  constructor(
    private readonly channels: Channels,
    private readonly contacts: Contacts,
    private readonly consents: Consents,
    private readonly clock: Clock,
  ) {}

  async ask(approach: Approach & Pick<PolicyQuestion, 'author' | 'type' | 'category'>): Promise<PolicyVerdict> {
    const circumstances = await this.circumstances(approach, approach.category === 'marketing');
    return decideOutbound({
      ...circumstances,
      author: approach.author,
      type: approach.type,
      category: approach.category,
    });
  }

  /** The composer's policy of several conversations at once; blocked contacts are known to the caller. */
  async forComposer(
    approaches: readonly (Approach & { conversationId: string; blocked: boolean })[],
  ): Promise<Map<string, ReplyPolicy>> {
    const now = this.clock.now();
    const connected = new Map(
      await Promise.all(
        [...new Set(approaches.map(({ channelId }) => channelId))].map(
          async (id) => [id, await this.channels.connect(id)] as const,
        ),
      ),
    );
    return new Map(
      approaches.flatMap(({ conversationId, channelId, lastInboundAt, blocked }) => {
        const channel = connected.get(channelId);
        if (!channel) return [];
        return [
          [
            conversationId,
            replyPolicy({
              now,
              channel: channelOf(channel),
              contact: { blocked, reachable: true, marketing: 'unknown' },
              lastInboundAt,
            }),
          ] as const,
        ];
      }),
    );
  }

  private async circumstances({ contactId, channelId, lastInboundAt }: Approach, withConsent: boolean) {
    const channel = await this.channels.connect(channelId);
    const [cards, address, consents] = await Promise.all([
      this.contacts.byIds([contactId]),
      this.contacts.addresses(contactId, channel.card.kind),
      withConsent ? this.consents.consentFor([contactId], channel.card.kind, 'marketing') : undefined,
    ]);
    const reachable = address !== undefined && (address.identities.length > 0 || address.phone !== undefined);
    return {
      now: this.clock.now(),
      channel: channelOf(channel),
      contact: {
        blocked: cards.get(contactId)?.blocked ?? true,
        reachable,
        marketing: consents?.get(contactId) ?? ('unknown' as const),
      },
      lastInboundAt,
    };
  }
}

const channelOf = ({ adapter, card }: Awaited<ReturnType<Channels['connect']>>): PolicyQuestion['channel'] => ({
  active: card.active,
  health: card.health.state,
  outbound: adapter.capabilities.outbound,
  templates: adapter.capabilities.templates,
  serviceWindowMs: adapter.capabilities.serviceWindowMs,
});
