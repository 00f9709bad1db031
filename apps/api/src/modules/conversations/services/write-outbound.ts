import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { conversationChanged, messageChanged, messageQueued } from '../conversations.events.js';
import type { MessageAuthor, SendInput } from '../conversations.facade.types.js';
import type { Owner } from '../domain/inbound-effect.js';
import { previewOf, wordsOf } from '../domain/message-preview.js';
import { rankOf } from '../domain/message-status.js';
import { threadTime } from '../domain/thread-time.js';
import { type LockedConversation, OutboundRows } from '../persistence/outbound-rows.js';
import { RevisionRows } from '../persistence/revision-rows.js';
import type { ResolvedContent } from './resolve-content.js';

export interface Writing {
  id: string;
  input: SendInput;
  conversation: LockedConversation;
  resolved: ResolvedContent;
  now: Date;
  dueAt: Date;
}

/** Writes a message that may be sent, and what it does to its conversation: a person who writes has taken it. */
@Injectable()
export class WriteOutbound {
  constructor(
    private readonly rows: OutboundRows,
    private readonly revisions: RevisionRows,
    private readonly outbox: Outbox,
  ) {}

  async write({ id, input, conversation, resolved, now, dueAt }: Writing): Promise<void> {
    const { content } = resolved;
    const authorId = authorIdOf(input.author);
    await this.rows.insert({
      id,
      conversationId: conversation.id,
      channelId: conversation.channel_id,
      author: input.author.kind,
      authorId,
      type: content.type,
      text: wordsOf(content),
      content,
      status: rankOf('queued'),
      replyToId: resolved.replyToId,
      mediaId: resolved.mediaId,
      clientMessageId: input.clientMessageId ?? null,
      sendGroupId: input.sendGroupId ?? null,
      offer: input.offer ?? null,
      assistantTurnId: input.author.kind === 'assistant' ? input.author.turnId : null,
      category: input.category ?? 'service',
      at: threadTime(now),
    });
    await this.rows.enqueue({
      messageId: id,
      conversationId: conversation.id,
      channelId: conversation.channel_id,
      sendGroupId: input.sendGroupId ?? null,
      dueAt,
    });
    if (resolved.reactsTo && content.type === 'reaction') await this.react(resolved.reactsTo, content.emoji);
    else await this.answer({ id, input, conversation, resolved, now, dueAt });
    const first = conversation.first_reply_at === null && ANSWERING.has(input.author.kind);
    await this.outbox.append(messageQueued, [
      {
        messageId: id,
        conversationId: conversation.id,
        contactId: conversation.contact_id,
        author: input.author.kind,
        authorId,
        firstReply: first,
      },
    ]);
  }

  private async react(messageId: string, emoji: string | null): Promise<void> {
    const conversationId = await this.revisions.react(messageId, 'business', emoji);
    if (conversationId) await this.outbox.append(messageChanged, [{ messageId, conversationId, change: 'reacted' }]);
  }

  private async answer({ id, input, conversation, resolved, now }: Writing): Promise<void> {
    const byUserId = input.author.kind === 'advisor' ? input.author.userId : null;
    const owner: Owner | null = byUserId ? 'person' : null;
    await this.rows.answered(conversation.id, {
      id,
      at: threadTime(now),
      author: input.author.kind,
      authorId: authorIdOf(input.author),
      type: resolved.content.type,
      preview: previewOf(resolved.content),
      owner,
      assigneeId: byUserId,
      now,
    });
    const taken = byUserId !== null && conversation.assignee_id === null;
    const silenced = owner === 'person' && conversation.owner !== 'person';
    if (!taken && !silenced) return;
    await this.outbox.append(conversationChanged, [
      {
        conversationId: conversation.id,
        change: taken ? 'assigned' : 'assistant',
        byUserId,
        assigneeId: conversation.assignee_id ?? byUserId,
        previousAssigneeId: conversation.assignee_id,
        teamId: conversation.team_id,
        previousTeamId: conversation.team_id,
      },
    ]);
  }
}

const ANSWERING = new Set<MessageAuthor['kind']>(['advisor', 'assistant']);

function authorIdOf(author: MessageAuthor): string | null {
  switch (author.kind) {
    case 'advisor':
      return author.userId;
    case 'campaign':
      return author.campaignId;
    case 'automation':
      return author.ruleId;
    case 'assistant':
    case 'system':
      return null;
  }
}
