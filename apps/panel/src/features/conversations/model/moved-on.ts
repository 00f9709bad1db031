import type { OutboxEntry } from '../../../app/outbox-entry';
import type { LastMessage } from './conversation';
import type { Message } from './message';

/**
 * The newest message the sender can have seen: the server refuses when somebody spoke after it. Providers tell whole
 * seconds of their own clock, so the last to be spoken (`told` by the server) may stand above another on the screen.
 */
export function lastSeenId(
  messages: readonly Message[],
  told: Pick<LastMessage, 'id'> | null = null,
): string | undefined {
  const seen = messages.filter((message) => message.type !== 'note' && !message.outbox);
  const lowest = seen.at(-1);
  const spoken = seen.find(({ id }) => id === told?.id);
  return spoken && lowest && spoken.receivedAt > lowest.receivedAt ? spoken.id : lowest?.id;
}

/** The entry that was held back because the conversation moved on, if there is one. */
export function heldBack(entries: readonly OutboxEntry[], conversationId: string): OutboxEntry | null {
  return (
    entries.find(
      (entry) => entry.conversationId === conversationId && entry.failure?.code === 'conversation_moved_on',
    ) ?? null
  );
}

/** What moved: the message that came before ours, as the refusal carries it. */
export function movedBy(entry: OutboxEntry): Message | null {
  const last = entry.failure?.extra['lastMessage'];
  return typeof last === 'object' && last !== null ? (last as Message) : null;
}

/** Whether it is no news: one's own words. */
export function isNoNews(entry: OutboxEntry, meId: string): boolean {
  const last = movedBy(entry);
  return last !== null && last.author.kind === 'advisor' && last.author.id === meId;
}

/** The same message without asking whether somebody spoke. */
export function insisting({ body }: OutboxEntry): OutboxEntry['body'] {
  const { expectedLastMessageId: _asked, ...rest } = body;
  return rest;
}
