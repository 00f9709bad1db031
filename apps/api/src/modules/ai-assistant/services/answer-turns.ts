import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { isTransient } from '../../../platform/database/transient-failure.js';
import { dueAt } from '../decide/burst.js';
import { type ClaimedTurn, TurnRows } from '../persistence/turn-rows.js';
import { ActOnTurn } from './act-on-turn.js';
import { AttemptThought } from './attempt-thought.js';
import { type Burst, ReadBurst } from './read-burst.js';
import type { Thought } from './think.js';

const AT_ONCE = 4;

/** Answers the bursts that have ended: thinks outside, acts inside one transaction. */
@Injectable()
export class AnswerTurns {
  private readonly logger = new Logger('isac');

  constructor(
    private readonly turns: TurnRows,
    private readonly bursts: ReadBurst,
    private readonly attempt: AttemptThought,
    private readonly act: ActOnTurn,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** How many were due; a few at once, each for itself. */
  async next(): Promise<number> {
    const turns = await this.turns.claim(this.clock.now(), AT_ONCE);
    const done = await Promise.allSettled(turns.map((turn) => this.one(turn)));
    for (const result of done) if (result.status === 'rejected') throw result.reason;
    return turns.length;
  }

  private async one(turn: ClaimedTurn): Promise<void> {
    const burst = await this.bursts.of(turn);
    if (burst.messageIds.length === 0) await this.settle(turn, () => this.act.nothing(turn));
    else if (this.goesOn(turn, burst)) await this.settle(turn, () => this.wait(turn, burst));
    else await this.answer(turn, burst);
  }

  private async answer(turn: ClaimedTurn, burst: Burst): Promise<void> {
    const thought = await this.attempt.about(turn, burst);
    try {
      await this.settle(turn, () => this.conclude(turn, burst, thought));
    } catch (error) {
      if (!thought || isTransient(error)) throw error;
      this.logger.error({ turnId: turn.id, err: error }, 'an answer could not be acted on: a person is called');
      await this.settle(turn, () => this.conclude(turn, burst, undefined));
    }
  }

  /** What arrived while we thought changes the answer: it joins the burst. */
  private async conclude(turn: ClaimedTurn, burst: Burst, thought: Thought | undefined): Promise<void> {
    const now = await this.bursts.of(turn);
    if (now.messageIds.length > burst.messageIds.length) await this.wait(turn, now);
    else await this.act.on(turn, { burst, thought });
  }

  /** The customer has written on, and not yet paused. */
  private goesOn(turn: ClaimedTurn, { messageIds, last }: Burst): boolean {
    return (
      last !== undefined &&
      messageIds.length > turn.messageIds.length &&
      dueAt(turn.firstAt, last.receivedAt) > this.clock.now()
    );
  }

  private async wait(turn: ClaimedTurn, { messageIds, last }: Burst): Promise<void> {
    if (last) await this.turns.wait(turn.id, messageIds, dueAt(turn.firstAt, last.receivedAt));
  }

  /** Unless the turn was asked again since it was claimed. */
  private async settle(turn: ClaimedTurn, work: () => Promise<void>): Promise<void> {
    await this.transaction.run(async () => {
      if (await this.turns.still(turn)) await work();
    });
  }
}
