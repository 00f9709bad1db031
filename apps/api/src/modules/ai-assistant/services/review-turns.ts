import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../platform/database/keyset-page.js';
import { DomainError, invalidField, notFound } from '../../../platform/http/domain-error.js';
import { UUID_PATTERN } from '../../../platform/ids/uuid.js';
import type { Principal } from '../../auth/index.js';
import { Conversations } from '../../conversations/index.js';
import { type StoredTurn, TurnList } from '../persistence/turn-list.js';

/** Turns for people: read by whoever may read the conversation. */
@Injectable()
export class ReviewTurns {
  constructor(
    private readonly turns: TurnList,
    private readonly conversations: Conversations,
  ) {}

  /** @throws not_found when the reader may not see the conversation */
  async page(
    reader: Principal,
    conversationId: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredTurn>> {
    await this.conversations.requireVisible(reader, conversationId);
    const [before = null] = decodeCursor(cursor, 1) ?? [];
    if (before !== null && !UUID_PATTERN.test(before)) throw invalidField('?cursor', 'does not belong to this list');
    return pageOf(
      await this.turns.page(conversationId, limit, before),
      limit,
      ({ id }) => [id],
      (turn) => turn,
    );
  }

  /** @throws not_found */
  async read(reader: Principal, id: string): Promise<StoredTurn> {
    const turn = (await this.turns.byIds([id])).get(id);
    if (!turn) throw notFound('turn');
    await this.conversations.requireVisible(reader, turn.conversationId);
    return turn;
  }

  async rate(reader: Principal, id: string, thumb: 'up' | 'down' | null, note: string | null): Promise<void> {
    await this.read(reader, id);
    await this.turns.rate(id, thumb, note);
  }

  /** @throws not_a_suggestion */
  async settle(reader: Principal, id: string, state: 'used' | 'dismissed', reason: string | null): Promise<void> {
    await this.read(reader, id);
    if (!(await this.turns.settle(id, state, reason)))
      throw new DomainError('not_a_suggestion', 409, 'This turn is no suggestion that waits to be used.');
  }
}
