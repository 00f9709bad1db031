import { Injectable } from '@nestjs/common';
import { DomainError, invalidField } from '../../../platform/http/domain-error.js';
import { People } from '../../auth/index.js';
import type { ConversationPatch, Holder } from '../persistence/conversation-changes.js';
import { ChangeConversation } from './change-conversation.js';

/** Who has a conversation. */
@Injectable()
export class AssignConversation {
  constructor(
    private readonly changes: ChangeConversation,
    private readonly people: People,
  ) {}

  /** To a person, a team's queue, or nobody. @throws validation_failed when the person may not answer customers. */
  async assign(
    id: string,
    target: { assigneeId: string | null; teamId?: string | null | undefined },
    byUserId: string | null,
  ): Promise<void> {
    await this.check(target);
    await this.changes.change(id, 'assigned', { byUserId }, (holder) => {
      const teamId = target.teamId === undefined ? holder.team_id : target.teamId;
      if (holder.assignee_id === target.assigneeId && holder.team_id === teamId) return {};
      return { assigneeId: target.assigneeId, teamId, ...(target.assigneeId && { owner: 'person' as const }) };
    });
  }

  /** Takes what nobody has. @throws already_claimed (409) with who has it */
  async claim(id: string, userId: string): Promise<void> {
    let taken: Holder | undefined;
    await this.changes.change(id, 'assigned', { byUserId: userId }, (holder): ConversationPatch => {
      if (holder.assignee_id === userId) return { owner: 'person' };
      taken = holder.assignee_id ? holder : undefined;
      return taken ? {} : { assigneeId: userId, owner: 'person' };
    });
    if (!taken?.assignee_id) return;
    const assignee = (await this.people.byIds([taken.assignee_id])).get(taken.assignee_id);
    throw new DomainError('already_claimed', 409, `${assignee?.name ?? 'Somebody'} already has this conversation.`, {
      assignee: assignee ?? null,
    });
  }

  /** From the assistant to people: it falls silent, and the conversation waits in its queue with at least this priority. */
  async handOff(id: string, priority: 'normal' | 'high' | 'urgent'): Promise<void> {
    await this.changes.change(id, 'assistant', { byUserId: null }, (held) => ({
      owner: 'person',
      priority: Math.max(held.priority, { normal: 1, high: 2, urgent: 3 }[priority]),
    }));
  }

  private async check({
    assigneeId,
    teamId,
  }: {
    assigneeId: string | null;
    teamId?: string | null | undefined;
  }): Promise<void> {
    if (assigneeId && !(await this.people.assignable()).some(({ id }) => id === assigneeId))
      throw invalidField('/assigneeId', 'must be an active user who may answer customers');
    if (teamId && !(await this.people.teamsByIds([teamId])).has(teamId))
      throw invalidField('/teamId', 'must be a team');
  }
}
