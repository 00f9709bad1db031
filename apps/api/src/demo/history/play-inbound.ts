import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ChannelEvent, InboundItem, Sender } from '../../modules/channels/index.js';
import { ContactBook } from '../../modules/contacts/services/contact-book.js';
import { Conversations } from '../../modules/conversations/index.js';
import { InboundRows } from '../../modules/conversations/persistence/inbound-rows.js';
import { ReceiveBatch } from '../../modules/conversations/services/receive-batch.js';
import { named, providerIdOf, type DemoCast, type Scene } from './demo-cast.js';
import { DemoMedia } from './demo-media.js';
import { inboundContent } from './inbound-content.js';
import type { SpokenStep } from './plan-dialogue.js';

const AT_ONCE = 200;

/** The provider's side of what customers do. */
@Injectable()
export class PlayInbound {
  constructor(
    private readonly modules: ModuleRef,
    private readonly conversations: Conversations,
    private readonly contacts: ContactBook,
    private readonly media: DemoMedia,
    private readonly keys: InboundRows,
  ) {}

  async receive(steps: readonly SpokenStep[], cast: DemoCast): Promise<void> {
    await this.deliver(
      steps.map((step) => eventOf(step, named(cast.scenes, step.dialogue), cast)),
      cast,
    );
    if (steps.some(({ kind }) => kind === 'image' || kind === 'document')) await this.media.fetch();
    await this.remember(steps, cast);
  }

  /** Events as the queue would hand them over. */
  async deliver(events: readonly ChannelEvent[], { channel }: DemoCast): Promise<void> {
    const receive = this.modules.get(ReceiveBatch, { strict: false });
    for (let from = 0; from < events.length; from += AT_ONCE)
      await receive.receive(
        events.slice(from, from + AT_ONCE).map((event, ordinal) => itemOf(event, channel, ordinal)),
      );
  }

  private async remember(steps: readonly SpokenStep[], cast: DemoCast): Promise<void> {
    const channelId = cast.channel.id;
    const spoken = steps.filter(({ kind }) => !['react', 'edit', 'unsend'].includes(kind));
    const ids = await this.keys.findKeys(
      spoken.map(({ dialogue, index }) => ({ channelId, providerId: providerIdOf(dialogue, index) })),
    );
    for (const { dialogue, index } of spoken) {
      const id = ids.get(`${channelId} ${providerIdOf(dialogue, index)}`);
      if (id) named(cast.scenes, dialogue).messageIds.set(index, id);
    }
    await this.meet(
      spoken.filter(({ first }) => first).map(({ dialogue }) => named(cast.scenes, dialogue)),
      cast,
    );
  }

  /** Learns who wrote for the first time, and writes down what the shop knows of them. */
  private async meet(scenes: readonly Scene[], cast: DemoCast): Promise<void> {
    const lines = await this.conversations.messages(scenes.flatMap(({ messageIds }) => messageIds.get(0) ?? []));
    const found = await this.conversations.byIds([...lines.values()].map(({ conversationId }) => conversationId));
    for (const scene of scenes) {
      const conversation = found.get(lines.get(scene.messageIds.get(0) ?? '')?.conversationId ?? '');
      if (!conversation) throw new Error(`${scene.dialogue.key}: its first message opened nothing`);
      Object.assign(scene, { conversationId: conversation.id, contactId: conversation.contactId });
      const { city, language = 'es', email, type, tags } = scene.customer;
      await this.contacts.edit(named(cast.users, 'lucia'), conversation.contactId, undefined, {
        language,
        ...(city && { city }),
        ...(email && { email }),
        ...(type && { type }),
        ...(tags && { tags }),
      });
    }
  }
}

const itemOf = (event: ChannelEvent, channel: DemoCast['channel'], ordinal: number): InboundItem => {
  const receivedAt = new Date(Date.parse(event.at) + 800);
  return {
    ref: { channelId: channel.id, receiptId: 'demo', ordinal, receivedAt },
    channelId: channel.id,
    channelKind: channel.kind,
    receivedAt,
    event,
  };
};

const senderOf = ({ name, phone }: Scene['customer']): Sender => ({
  identities: [{ kind: 'wa_id', value: phone.slice(1) }],
  phone,
  ...(name && { name }),
});

function eventOf(step: SpokenStep, scene: Scene, { channel }: DemoCast): ChannelEvent {
  const { kind, dialogue, index, about, at } = step;
  const target = about === null ? undefined : providerIdOf(dialogue, about);
  const head = {
    address: channel.address,
    at: at.toISOString(),
    dedupeKey: `demo ${dialogue} ${kind} ${at.getTime()}`,
  };
  const sender = senderOf(scene.customer);
  if (kind === 'edit' || kind === 'unsend') {
    const change =
      kind === 'unsend'
        ? ({ kind: 'revoked' } as const)
        : ({ kind: 'edited', content: { type: 'text', text: step.text } } as const);
    return { kind: 'revision', ...head, providerMessageId: target ?? '', sender, change };
  }
  if (kind === 'react')
    return {
      kind: 'message',
      ...head,
      providerMessageId: `${target}.reaction`,
      sender,
      content: { type: 'reaction', targetProviderMessageId: target ?? '', emoji: step.argument || null },
    };
  const { ad } = scene.dialogue;
  const referral =
    step.first && ad ? { referral: { source: 'ad' as const, sourceId: ad.id, headline: ad.headline } } : {};
  return {
    kind: 'message',
    ...head,
    providerMessageId: providerIdOf(dialogue, index),
    sender,
    content: inboundContent(step, scene),
    ...(target && { replyTo: target }),
    ...referral,
  };
}
