import { actorOf, type Actor, type Message } from './message';

/** Beyond this pause the same person starts a new group. */
const PAUSE_MS = 3 * 60_000;

export interface MessageGroup {
  kind: 'group';
  key: string;
  actor: Exclude<Actor, 'system'>;
  messages: Message[];
}

export type ThreadItem =
  | { kind: 'date'; key: string; at: string }
  | { kind: 'unread'; key: string; count: number }
  | { kind: 'system'; key: string; message: Message }
  | MessageGroup;

export interface UnreadMark {
  /** The first message that had not been seen on arriving. */
  messageId: string;
  count: number;
}

const sameSpeaker = (one: Message, other: Message): boolean =>
  actorOf(one) === actorOf(other) && one.author.id === other.author.id;

const closeTogether = (one: Message, other: Message): boolean =>
  Math.abs(Date.parse(other.at) - Date.parse(one.at)) <= PAUSE_MS;

/**
 * Messages (oldest first) as the thread draws them: a date before each day, a mark before the first unseen one, system
 * lines alone, and what one actor says within three minutes in one group. `dayOf` gives the day in the business's zone.
 */
export function threadItems(
  messages: readonly Message[],
  dayOf: (at: string) => string,
  unread: UnreadMark | null = null,
): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day: string | null = null;
  for (const message of messages) {
    const today = dayOf(message.at);
    if (today !== day) items.push({ kind: 'date', key: `date-${today}`, at: message.at });
    day = today;
    if (message.id === unread?.messageId) items.push({ kind: 'unread', key: 'unread', count: unread.count });
    const actor = actorOf(message);
    if (actor === 'system') {
      items.push({ kind: 'system', key: message.id, message });
      continue;
    }
    const last = items.at(-1);
    const before = last?.kind === 'group' ? last.messages.at(-1) : undefined;
    if (last?.kind === 'group' && before && sameSpeaker(before, message) && closeTogether(before, message)) {
      last.messages.push(message);
    } else {
      items.push({ kind: 'group', key: message.clientMessageId ?? message.id, actor, messages: [message] });
    }
  }
  return items;
}

/** Where the unseen begins: the n-th incoming message counted from the end. Null when nothing is unseen. */
export function unreadMark(messages: readonly Message[], unreadCount: number): UnreadMark | null {
  const incoming = messages.filter((message) => message.direction === 'in' && message.type !== 'system');
  if (unreadCount <= 0 || incoming.length === 0) return null;
  const first = incoming.at(-Math.min(unreadCount, incoming.length));
  return first ? { messageId: first.id, count: unreadCount } : null;
}
