import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError, invalidField } from '../../../platform/http/domain-error.js';
import type { AssistantMode, ConversationStatus, Owner } from '../domain/inbound-effect.js';
import { REFUSAL_WORDS } from '../domain/refusal-words.js';
import { ConversationChanges, type ConversationPatch } from '../persistence/conversation-changes.js';
import { ChangeConversation, type ChangeContext } from './change-conversation.js';

export interface Revision {
  status?: ConversationStatus | undefined;
  closeReason?: string | undefined;
  followUpAt?: string | undefined;
  priority?: number | undefined;
  tags?: string[] | undefined;
}

/** What people change about a conversation. */
@Injectable()
export class ReviseConversation {
  constructor(
    private readonly changes: ChangeConversation,
    private readonly rows: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws another_is_open (409) when it would be the second one that is not closed */
  async revise(id: string, revision: Revision, context: ChangeContext): Promise<void> {
    const patch = this.patchOf(revision);
    if (patch.status && patch.status !== 'closed' && (await this.rows.anotherIsLive(id)))
      throw new DomainError('another_is_open', 409, REFUSAL_WORDS.another_is_open);
    const change = revision.status
      ? revision.status === 'follow_up'
        ? 'snoozed'
        : 'status'
      : revision.priority !== undefined
        ? 'priority'
        : 'tags';
    await this.changes.change(id, change, context, () => patch);
  }

  async assistant(
    id: string,
    wish: { mode?: AssistantMode | undefined; owner?: Owner | undefined; pausedUntil?: string | null | undefined },
    byUserId: string | null,
  ): Promise<void> {
    await this.changes.change(id, 'assistant', { byUserId }, () => ({
      ...(wish.mode && { assistantMode: wish.mode }),
      ...(wish.owner && { owner: wish.owner }),
      ...(wish.mode === 'off' && !wish.owner && { owner: 'person' as const }),
      ...(wish.pausedUntil !== undefined && { pausedUntil: wish.pausedUntil ? new Date(wish.pausedUntil) : null }),
    }));
  }

  private patchOf({ status, closeReason, followUpAt, priority, tags }: Revision): ConversationPatch {
    const until = followUpAt ? new Date(followUpAt) : null;
    if (until && until <= this.clock.now()) throw invalidField('/followUpAt', 'must lie in the future');
    return {
      ...(status && {
        status,
        followUpAt: status === 'follow_up' ? until : null,
        closeReason: status === 'closed' ? (closeReason ?? 'other') : null,
      }),
      ...(status === 'closed' && { waitingSince: null }),
      ...(!status && until && { status: 'follow_up' as const, followUpAt: until }),
      ...(priority !== undefined && { priority }),
      ...(tags && { tags: [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))].sort() }),
    };
  }
}
