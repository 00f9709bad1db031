import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { Conversations, type ConversationSummary } from '../../conversations/index.js';
import { Notifications, type Receivers } from '../../notifications/index.js';
import { assistantHandedOff } from '../assistant.events.js';
import type { Priority } from '../decide/decision.js';

export interface Call {
  turnId: string;
  conversation: ConversationSummary;
  reason: string;
  priority: Priority;
}

/** What people filter by. */
const TAGS: Readonly<Record<string, string>> = {
  complaint: 'reclamo',
  warranty_claim: 'garantía',
  bulk_order: 'mayorista',
  order_status: 'pedido',
};

/** Hands a conversation to people: the assistant falls silent in it, it rises in the queue, and whoever should answer is told, once. */
@Injectable()
export class CallPerson {
  constructor(
    private readonly conversations: Conversations,
    private readonly notifications: Notifications,
    private readonly outbox: Outbox,
  ) {}

  /** In the caller's transaction. */
  async call({ turnId, conversation, reason, priority: wanted }: Call): Promise<void> {
    const priority = wanted === 'low' ? 'normal' : wanted;
    const tag = TAGS[reason];
    await this.conversations.handOff(conversation.id, { priority });
    if (tag) await this.conversations.addTags(conversation.id, [tag]);
    await this.outbox.append(assistantHandedOff, [{ turnId, conversationId: conversation.id, reason, priority }]);
    for (const to of receivers(conversation))
      if ((await this.tell(to, { turnId, conversation, reason, priority })) > 0) return;
  }

  private tell(
    to: Receivers,
    { turnId, conversation, reason, priority }: Call & { priority: 'normal' | 'high' | 'urgent' },
  ): Promise<number> {
    return this.notifications.notify({
      to,
      kind: 'escalation',
      title: 'escalation',
      params: { reason },
      link: `/bandeja/${conversation.id}`,
      priority,
      purposeKey: `isac-escalation-${turnId}`,
    });
  }
}

/** Whoever has it; else its team; else everybody who sees all conversations. */
const receivers = ({ assigneeId, teamId }: ConversationSummary): Receivers[] => [
  ...(assigneeId ? [{ userIds: [assigneeId] }] : []),
  ...(teamId ? [{ teamId }] : []),
  { permission: 'conversations:read-all' },
];
