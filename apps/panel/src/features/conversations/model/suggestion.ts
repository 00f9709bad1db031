import type { Schemas } from '@hilo/api-client';
import type { Conversation } from './conversation';
import type { Message } from './message';

type Turn = Schemas['TurnView'];

/** An answer that ISAC proposes and nobody has sent, as the socket tells it. */
export type Suggestion = Pick<Turn, 'id' | 'intent' | 'confidence' | 'createdAt'> & { reply: string };

export interface SuggestionSources {
  /** The latest that the socket told in this visit. */
  heard: Suggestion | undefined;
  /** The latest finished turn, as the server has it. */
  lastTurn: Turn | null | undefined;
  /** Turns that were used or thrown away here. */
  settled: ReadonlySet<string>;
  lastMessage: Conversation['lastMessage'];
  /** What of the thread is on screen, with what waits in the outbox. */
  messages: readonly Message[];
}

/** What is offered above the composer: ISAC's latest proposal, until it is settled or somebody has answered. */
export function standingSuggestion({
  heard,
  lastTurn,
  settled,
  lastMessage,
  messages,
}: SuggestionSources): Suggestion | null {
  const newest = lastTurn && (!heard || lastTurn.createdAt >= heard.createdAt) ? offered(lastTurn) : heard;
  if (!newest || settled.has(newest.id)) return null;
  const answeredAt = (at: string) => at > newest.createdAt;
  if (lastMessage?.direction === 'out' && lastMessage.type !== 'note' && answeredAt(lastMessage.at)) return null;
  const answered = messages.some(
    ({ direction, type, outbox, receivedAt }) =>
      direction === 'out' && type !== 'note' && (outbox !== undefined || answeredAt(receivedAt)),
  );
  return answered ? null : newest;
}

const offered = ({ id, intent, confidence, createdAt, reply, state }: Turn): Suggestion | undefined =>
  state === 'suggested' && reply ? { id, intent, confidence, createdAt, reply } : undefined;
