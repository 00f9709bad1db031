import { Injectable } from '@nestjs/common';
import type { ChannelEvent, InboundItem } from '../../channels/index.js';
import { AccountNotices } from './account-notices.js';
import { ReceiveEchoes } from './receive-echoes.js';
import { ReceiveMessages } from './receive-messages.js';
import { ReceivePersonNotices } from './receive-person-notices.js';
import { ReceiveRevisions } from './receive-revisions.js';
import { UpdateMessageStatuses } from './update-message-statuses.js';

type Of<K extends ChannelEvent['kind']> = Omit<InboundItem, 'event'> & { event: Extract<ChannelEvent, { kind: K }> };

/** What one batch of events does, each kind in its turn: messages first, so that what is about them finds them. */
@Injectable()
export class ReceiveBatch {
  constructor(
    private readonly messages: ReceiveMessages,
    private readonly revisions: ReceiveRevisions,
    private readonly echoes: ReceiveEchoes,
    private readonly statuses: UpdateMessageStatuses,
    private readonly people: ReceivePersonNotices,
    private readonly accounts: AccountNotices,
  ) {}

  /** Runs in the caller's transaction. */
  async receive(items: readonly InboundItem[]): Promise<void> {
    const messages = ofKind(items, 'message').filter(({ event }) => event.groupId === undefined);
    await this.messages.receive(messages.filter(({ event }) => event.content.type !== 'reaction'));
    await this.echoes.receive(ofKind(items, 'echo'));
    await this.revisions.react(messages.filter(({ event }) => event.content.type === 'reaction'));
    await this.revisions.revise(ofKind(items, 'revision'));
    await this.statuses.update(ofKind(items, 'status'));
    await this.people.receive(ofKind(items, 'notice'));
    await this.accounts.receive(ofKind(items, 'notice'), items);
  }
}

const ofKind = <K extends ChannelEvent['kind']>(items: readonly InboundItem[], kind: K): Of<K>[] =>
  items.filter((item): item is Of<K> => item.event.kind === kind);
