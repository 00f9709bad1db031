import type { Conversation } from './conversation';

/**
 * A broadcast conversation with the unread count of this person. What is broadcast counts for everybody: it does not
 * know what this person has seen, only what nobody has answered. So a new incoming message adds what the broadcast
 * grew by, and the rest stays as it was known here. Applying the same broadcast twice changes nothing.
 */
export function withUnread(next: Conversation, before: Conversation | undefined, watching: boolean): Conversation {
  const shared = next.unreadCount;
  if (watching) return { ...next, unreadCount: 0, sharedUnread: shared };
  if (!before) return { ...next, sharedUnread: shared };
  const spoke = next.lastMessage?.direction === 'in' && next.lastMessage.id !== before.lastMessage?.id;
  const grew = before.sharedUnread === undefined ? 1 : Math.max(1, shared - before.sharedUnread);
  const mine = before.unreadCount + (spoke ? grew : 0);
  return { ...next, unreadCount: Math.min(mine, shared), sharedUnread: shared };
}

/** Broadcasts may overtake each other or the answer to one's own change. */
export const isStale = (next: Conversation, before: Conversation | undefined): boolean =>
  before !== undefined && next.version < before.version;

export interface Viewer {
  id: string;
  teamIds: readonly string[];
  seesAll: boolean;
}

/**
 * Whether "it moved out of what you may see" is about this viewer: the word goes to a whole room, and whoever took
 * the conversation was in that room too.
 */
export function reallyGone(known: Conversation | undefined, viewer: Viewer): boolean {
  if (!known) return true;
  if (viewer.seesAll || known.assignee?.id === viewer.id) return false;
  if (known.team && viewer.teamIds.includes(known.team.id)) return false;
  return known.assignee !== null || known.team !== null;
}
