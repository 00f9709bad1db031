import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { conversationChanged } from '../conversations.events.js';
import {
  ConversationChanges,
  type ConversationPatch,
  type Held,
  type Holder,
} from '../persistence/conversation-changes.js';

type Change = z.infer<typeof conversationChanged.schema>['change'];

export interface ChangeContext {
  byUserId: string | null;
  /** Refuse when it was changed since this version. */
  version?: number | undefined;
}

/** The one way a conversation changes by somebody's will: locked, versioned, told to whoever sees it, before or after. */
@Injectable()
export class ChangeConversation {
  constructor(
    private readonly changes: ConversationChanges,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws not_found, stale_version; whatever `decide` throws */
  async change(
    id: string,
    change: Change,
    context: ChangeContext,
    decide: (held: Held) => ConversationPatch,
  ): Promise<void> {
    await this.transaction.run(async () => {
      const holder = await this.changes.holder(id);
      if (!holder) throw notFound('conversation');
      if (context.version !== undefined && context.version !== holder.version) throw staleVersion(holder.version);
      const patch = decide(holder);
      if (Object.keys(patch).length === 0) return;
      await this.changes.patch(id, patch);
      await this.tell(id, change, context.byUserId, holder, patch);
    });
  }

  async tell(
    id: string,
    change: Change,
    byUserId: string | null,
    holder: Pick<Holder, 'assignee_id' | 'team_id'>,
    patch: ConversationPatch = {},
  ): Promise<void> {
    await this.outbox.append(conversationChanged, [
      {
        conversationId: id,
        change,
        byUserId,
        assigneeId: patch.assigneeId === undefined ? holder.assignee_id : patch.assigneeId,
        previousAssigneeId: holder.assignee_id,
        teamId: patch.teamId === undefined ? holder.team_id : patch.teamId,
        previousTeamId: holder.team_id,
      },
    ]);
  }
}
