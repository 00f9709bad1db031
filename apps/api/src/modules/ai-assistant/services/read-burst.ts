import { Injectable } from '@nestjs/common';
import { Conversations, type ThreadLine, withoutClaimCode } from '../../conversations/index.js';
import { isReadable } from '../decide/readable-message.js';
import { type ClaimedTurn, TurnRows } from '../persistence/turn-rows.js';

/** How far back the customer's own words count as said. */
const REMEMBERED_LINES = 40;

export interface Burst {
  messageIds: string[];
  last: ThreadLine | undefined;
  /** The fragments joined by line ends. */
  text: string;
  /** What the customer wrote before, newest last. */
  earlierTexts: string[];
}

/** What a turn answers: everything the customer wrote from its first open message on, heard of or not. */
@Injectable()
export class ReadBurst {
  constructor(
    private readonly conversations: Conversations,
    private readonly turns: TurnRows,
  ) {}

  /** Without messages when all were answered with an earlier burst. */
  async of({ conversationId, messageIds }: ClaimedTurn): Promise<Burst> {
    const answered = await this.turns.answered(conversationId);
    const open = new Set(messageIds.filter((id) => !answered.has(id)));
    const thread = (await this.conversations.thread(conversationId, REMEMBERED_LINES)).filter(isReadable);
    const from = thread.findIndex(({ id }) => open.has(id));
    const burst = from < 0 ? [] : thread.slice(from).filter(({ id }) => !answered.has(id));
    return {
      messageIds: burst.map(({ id }) => id),
      last: burst.at(-1),
      text: burst.map(({ text }) => withoutClaimCode(text ?? '')).join('\n'),
      earlierTexts: thread.slice(0, Math.max(0, from)).flatMap(({ text }) => (text ? [withoutClaimCode(text)] : [])),
    };
  }
}
