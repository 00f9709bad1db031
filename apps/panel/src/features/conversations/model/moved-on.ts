import type { OutboxEntry } from '../../../app/outbox-entry';
import type { Message } from './message';

/** The newest message the sender can have seen: the server refuses when somebody spoke after it. */
export function lastSeenId(messages: readonly Message[]): string | undefined {
  return messages.findLast((message) => message.type !== 'note' && !message.outbox)?.id;
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

/** Whether it is no news: one's own words, or what had been on screen when the message was written. */
export function isNoNews(entry: OutboxEntry, meId: string): boolean {
  const last = movedBy(entry);
  return last !== null && last.author.kind === 'advisor' && last.author.id === meId;
}

/** The same message without asking whether somebody spoke. */
export function insisting({ body }: OutboxEntry): OutboxEntry['body'] {
  const { expectedLastMessageId: _asked, ...rest } = body;
  return rest;
}
