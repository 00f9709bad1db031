import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { groupBy } from '../../../platform/collections/group-by.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Waker } from '../../../platform/jobs/waker.js';
import { Conversations, type ConversationSummary, type ThreadLine } from '../../conversations/index.js';
import { dueAt, isFresh, SILENCE_MS } from '../decide/burst.js';
import { modeFor } from '../decide/may-answer.js';
import { isReadable } from '../decide/readable-message.js';
import { SettingsRow } from '../persistence/settings-row.js';
import { TurnRows } from '../persistence/turn-rows.js';
import { ANSWER_JOB } from './answer-job.js';

/** Puts an answer in the making for what customers wrote, where the assistant is wanted. */
@Injectable()
export class AskForAnswers {
  constructor(
    private readonly conversations: Conversations,
    private readonly turns: TurnRows,
    private readonly settings: SettingsRow,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
    private readonly waker: Waker,
  ) {}

  /** Messages just received, in their order. Runs in the caller's transaction. */
  async ask(received: readonly { messageId: string; conversationId: string }[]): Promise<void> {
    const now = this.clock.now();
    const conversations = await this.conversations.byIds([
      ...new Set(received.map(({ conversationId }) => conversationId)),
    ]);
    const wanted = received.filter(({ conversationId }) => modeFor(conversations.get(conversationId), now) !== null);
    if (wanted.length === 0 || !(await this.settings.read()).enabled) return;
    const lines = await this.conversations.messages(wanted.map(({ messageId }) => messageId));
    const bursts = groupBy(
      wanted
        .flatMap(({ messageId }) => lines.get(messageId) ?? [])
        .filter((line) => isReadable(line) && isFresh(line.receivedAt, now)),
      ({ conversationId }) => conversationId,
    );
    // In one order for everybody, so that two batches never wait for each other.
    for (const [conversationId, burst] of [...bursts].sort(([one], [other]) => (one < other ? -1 : 1)))
      await this.begin(conversations.get(conversationId), burst, now);
    if (bursts.size > 0) this.transaction.afterCommit(() => this.waker.wake(ANSWER_JOB, SILENCE_MS));
  }

  private async begin(
    conversation: ConversationSummary | undefined,
    burst: readonly ThreadLine[],
    now: Date,
  ): Promise<void> {
    const mode = modeFor(conversation, now);
    const [first, last] = [burst[0], burst.at(-1)];
    if (!conversation || !mode || !first || !last) return;
    const [firstAt, lastAt] = [first.receivedAt, last.receivedAt];
    await this.turns.ask({
      id: newId(),
      conversationId: conversation.id,
      messageIds: burst.map(({ id }) => id),
      mode,
      firstAt,
      lastAt,
      dueAt: dueAt(firstAt, lastAt),
      at: now,
    });
  }
}
