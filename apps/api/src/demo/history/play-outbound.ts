import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { newId } from '../../platform/ids/uuid.js';
import type { MessageStatusEvent } from '../../modules/channels/index.js';
import { Conversations, type MessageAuthor, type SendableContent } from '../../modules/conversations/index.js';
import { DeliveryRows, type DueMessage } from '../../modules/conversations/persistence/delivery-rows.js';
import { AddNote } from '../../modules/conversations/services/add-note.js';
import { RecordDelivery } from '../../modules/conversations/services/record-delivery.js';
import { conversationOf, named, providerIdOf, type DemoCast, type Scene } from './demo-cast.js';
import { DemoMedia } from './demo-media.js';
import { deliveryStory } from './delivery-story.js';
import type { SpokenStep } from './plan-dialogue.js';
import { TimeTravel } from './time-travel.js';

const CALL_MS = 700;
const LEASE_MS = 30_000;

/** What colleagues and ISAC write, and what the provider says about it. The provider itself is never called. */
@Injectable()
export class PlayOutbound {
  constructor(
    private readonly conversations: Conversations,
    private readonly notes: AddNote,
    private readonly media: DemoMedia,
    private readonly modules: ModuleRef,
    private readonly travel: TimeTravel,
  ) {}

  /** Returns the statuses that the provider tells later. `answeredAt` is when the customer wrote next. */
  async say(step: SpokenStep, cast: DemoCast, answeredAt: Date | null, now: Date): Promise<MessageStatusEvent[]> {
    const scene = named(cast.scenes, step.dialogue);
    if (step.kind === 'note') return this.note(step, scene, cast);
    const author: MessageAuthor =
      step.who === 'isac'
        ? { kind: 'assistant', turnId: newId() }
        : { kind: 'advisor', userId: named(cast.users, step.who).id };
    const replyTo = step.about === null || step.kind === 'react' ? undefined : named(scene.messageIds, step.about);
    const sent = await this.conversations.send({
      conversationId: conversationOf(scene),
      author,
      content: await this.contentOf(step, scene, cast),
      ...(replyTo && { replyToMessageId: replyTo }),
    });
    if (!sent.ok) throw new Error(`${step.dialogue}: "${step.text}" was refused: ${sent.refusal.code}`);
    if (step.kind !== 'react') scene.messageIds.set(step.index, sent.messageId);
    const providerId =
      step.kind === 'react'
        ? `${providerIdOf(step.dialogue, step.index)}.reaction.${step.at.getTime()}`
        : providerIdOf(step.dialogue, step.index);
    await this.settle(cast, (message) => ({
      providerId: message.messageId === sent.messageId ? providerId : `wamid.DEMO.${message.messageId}`,
      outcome: message.messageId === sent.messageId ? step.outcome : null,
    }));
    return step.kind === 'react'
      ? []
      : deliveryStory({
          providerId,
          address: cast.channel.address,
          at: step.at,
          outcome: step.outcome,
          answeredAt,
          now,
        });
  }

  /** What waits in the queue leaves it: each message was accepted, or its outcome was lost. */
  async settle(
    { channel }: DemoCast,
    fateOf: (message: DueMessage) => { providerId: string; outcome: string | null } = ({ messageId }) => ({
      providerId: `wamid.DEMO.${messageId}`,
      outcome: null,
    }),
  ): Promise<void> {
    const rows = this.modules.get(DeliveryRows, { strict: false });
    const record = this.modules.get(RecordDelivery, { strict: false });
    const pickedUp = this.travel.now();
    const soon = new Date(pickedUp.getTime() + CALL_MS);
    this.travel.to(soon);
    const due = await rows.due(channel.id, soon, 50);
    if (due.length === 0) return;
    for (const message of await rows.lease(
      due.map((messageId) => ({ messageId, attemptId: newId() })),
      pickedUp,
      new Date(pickedUp.getTime() + LEASE_MS),
    )) {
      const { providerId, outcome } = fateOf(message);
      await record.record(
        message,
        outcome === 'unknown'
          ? { kind: 'unknown', reason: 'The connection broke before WhatsApp answered.' }
          : { kind: 'accepted', providerId },
      );
    }
  }

  private async note(step: SpokenStep, scene: Scene, cast: DemoCast): Promise<MessageStatusEvent[]> {
    const mentions = mentionedIn(step.text, cast);
    await this.notes.add(conversationOf(scene), cast.channel.id, named(cast.users, step.who).id, {
      text: step.text,
      mentions,
      clientMessageId: null,
    });
    return [];
  }

  private async contentOf(
    { kind, argument, text, about, who }: SpokenStep,
    scene: Scene,
    cast: DemoCast,
  ): Promise<SendableContent> {
    const [one = '', two = 'es'] = argument.split('|');
    switch (kind) {
      case 'text':
        return { type: 'text', text };
      case 'image':
      case 'document': {
        const assetId = await this.media.upload(argument, {
          channelId: cast.channel.id,
          conversationId: conversationOf(scene),
          userId: cast.users.get(who)?.id ?? null,
        });
        return { type: kind, assetId, fileName: argument, ...(text && { caption: text }) };
      }
      case 'buttons':
        return {
          type: 'interactive',
          kind: 'buttons',
          body: text,
          buttons: argument.split('|').map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title })),
        };
      case 'template':
        return {
          type: 'template',
          name: one,
          language: two,
          text,
          buttons: [],
          header: {},
          body: {},
          buttonParameters: [],
        };
      case 'react':
        return { type: 'reaction', messageId: named(scene.messageIds, about ?? -1), emoji: argument || null };
      default:
        throw new Error(`a shop sends no ${kind}`);
    }
  }
}

/** Colleagues named with an `@`. */
export const mentionedIn = (text: string, { users }: Pick<DemoCast, 'users'>): string[] =>
  [...users.values()].filter(({ name }) => text.includes(`@${name.split(' ')[0] ?? name}`)).map(({ id }) => id);
