import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { assistantSuggested } from '../assistant.events.js';
import { type ClaimedTurn, type Finish, TurnRows } from '../persistence/turn-rows.js';
import type { Thought } from './think.js';
import { traceOf } from './trace-of.js';

export type Ending = Pick<Finish, 'state' | 'reason' | 'messageIds'> & { replyMessageId?: string | null };

/** Writes down how a turn ended and all that led there; a suggestion is told. In the caller's transaction. */
@Injectable()
export class FinishTurn {
  constructor(
    private readonly turns: TurnRows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async with(
    { id, conversationId }: ClaimedTurn,
    { replyMessageId = null, ...ending }: Ending,
    thought?: Thought,
  ): Promise<void> {
    await this.turns.finish(id, {
      ...ending,
      replyMessageId,
      trace: thought ? traceOf(thought) : null,
      at: this.clock.now(),
    });
    if (ending.state === 'suggested') await this.outbox.append(assistantSuggested, [{ turnId: id, conversationId }]);
  }
}
