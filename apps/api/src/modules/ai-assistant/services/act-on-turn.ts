import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Conversations, type ConversationSummary, type SendRefusal } from '../../conversations/index.js';
import { modeFor } from '../decide/may-answer.js';
import type { Escalation } from '../decide/decision.js';
import type { ClaimedTurn, TurnMode } from '../persistence/turn-rows.js';
import { CallPerson } from './call-person.js';
import { KeepFindings } from './keep-findings.js';
import type { Burst } from './read-burst.js';
import { type Ending, FinishTurn } from './finish-turn.js';
import { ExcuseWords } from './excuse-words.js';
import type { Thought } from './think.js';

type Outcome = Omit<Ending, 'messageIds'> & { call?: Escalation | typeof FAILURE };

const FAILURE = { reason: 'failure', priority: 'high' } as const;

/** These leave the customer to people: nothing is said, and nobody is called. */
const LEFT_ALONE: ReadonlySet<SendRefusal['code']> = new Set(['taken_by_person', 'contact_blocked', 'already_sent']);

/** What a thought does: it is said or suggested, people are called, and what was learnt is kept. Runs in one transaction. */
@Injectable()
export class ActOnTurn {
  constructor(
    private readonly finishing: FinishTurn,
    private readonly conversations: Conversations,
    private readonly findings: KeepFindings,
    private readonly people: CallPerson,
    private readonly excuses: ExcuseWords,
    private readonly clock: Clock,
  ) {}

  /** Without a thought the engine has failed. */
  async on(turn: ClaimedTurn, { burst, thought }: { burst: Burst; thought: Thought | undefined }): Promise<void> {
    const conversation = (await this.conversations.byIds([turn.conversationId])).get(turn.conversationId);
    const mode = modeFor(conversation, this.clock.now());
    if (!conversation || !mode)
      return this.finish(turn, burst, thought, { state: 'silent', reason: 'a person has the conversation' });
    const outcome = thought
      ? await this.outcome(turn, conversation, mode, thought)
      : await this.failed(turn, conversation, mode);
    await this.finish(turn, burst, thought, outcome);
    if (outcome.reason === 'taken_by_person') return;
    if (thought) await this.findings.keep(conversation, burst, thought);
    else await this.findings.forget(conversation.id);
    if (outcome.call) await this.people.call({ turnId: turn.id, conversation, ...outcome.call });
  }

  /** Its messages were answered with an earlier burst. */
  nothing(turn: ClaimedTurn): Promise<void> {
    return this.finishing.with(turn, { state: 'silent', reason: 'answered already', messageIds: turn.messageIds });
  }

  private finish(
    turn: ClaimedTurn,
    { messageIds }: Burst,
    thought: Thought | undefined,
    { state, reason, replyMessageId = null }: Outcome,
  ): Promise<void> {
    return this.finishing.with(turn, { state, reason, messageIds, replyMessageId }, thought);
  }

  private async outcome(
    turn: ClaimedTurn,
    conversation: ConversationSummary,
    mode: TurnMode,
    { turn: { reply, decision } }: Thought,
  ): Promise<Outcome> {
    const call = decision.escalation ? { call: decision.escalation } : {};
    if (reply === '') return { state: 'silent', reason: decision.because, ...call };
    if (decision.optOut && (await this.findings.optedOut(conversation)))
      return { state: 'silent', reason: 'opted out already' };
    if (mode === 'suggest') return { state: 'suggested', reason: null, ...call };
    const sent = await this.say(turn, conversation, reply);
    if (sent.ok) return { state: 'answered', reason: null, replyMessageId: sent.messageId, ...call };
    const { code } = sent.refusal;
    return LEFT_ALONE.has(code)
      ? { state: 'silent', reason: code }
      : { state: 'failed', reason: code, call: decision.escalation ?? FAILURE };
  }

  /** The engine broke: the customer hears that a person answers, and one is called. */
  private async failed(turn: ClaimedTurn, conversation: ConversationSummary, mode: TurnMode): Promise<Outcome> {
    const failed = { state: 'failed', reason: 'engine', call: FAILURE } as const;
    if (mode === 'suggest') return failed;
    const sent = await this.say(turn, conversation, await this.excuses.current());
    if (sent.ok) return { ...failed, replyMessageId: sent.messageId };
    return LEFT_ALONE.has(sent.refusal.code) ? { state: 'silent', reason: sent.refusal.code } : failed;
  }

  private say(turn: ClaimedTurn, conversation: ConversationSummary, text: string) {
    return this.conversations.send({
      conversationId: conversation.id,
      author: { kind: 'assistant', turnId: turn.id },
      content: { type: 'text', text },
      purposeKey: `isac-${turn.id}`,
      onlyWhileOwnedByAssistant: conversation.owner === 'assistant',
    });
  }
}
