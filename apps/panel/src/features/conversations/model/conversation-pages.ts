import type { Conversation, Page } from './conversation';
import { compare, matches, type ConversationFilter } from './conversation-filter';

/** What TanStack Query keeps of a list. */
export interface ListPages {
  pages: Page<Conversation>[];
  pageParams: unknown[];
}

export const rowsOf = (list: ListPages | undefined): Conversation[] => (list?.pages ?? []).flatMap((page) => page.data);

export function without(list: ListPages, id: string): ListPages {
  if (!rowsOf(list).some((row) => row.id === id)) return list;
  return { ...list, pages: list.pages.map((page) => ({ ...page, data: page.data.filter((row) => row.id !== id) })) };
}

/** Renews a row where it stands, without moving it. */
export function renewed(list: ListPages, conversation: Conversation): ListPages {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      data: page.data.map((row) => (row.id === conversation.id ? conversation : row)),
    })),
  };
}

/**
 * A list after news of a conversation: put in its place, or taken out when it no longer belongs. Beyond what is loaded
 * it stays away, because its own page will bring it.
 */
export function withConversation(
  list: ListPages | undefined,
  conversation: Conversation,
  filter: ConversationFilter,
  meId: string,
): ListPages | undefined {
  if (!list) return list;
  const belongs = matches(conversation, filter, meId);
  const known = rowsOf(list).some((row) => row.id === conversation.id);
  if (belongs === null) return known ? renewed(list, conversation) : list;
  if (!belongs) return without(list, conversation.id);
  // Reading takes it off a list of the unread only with the next visit, or it would vanish while it is read.
  if (filter.unread && conversation.unreadCount === 0) return known ? renewed(list, conversation) : list;

  const rest = without(list, conversation.id);
  const last = rest.pages.length - 1;
  const isEnd = (index: number) => index === last && rest.pages[last]?.nextCursor === null;
  for (const [index, page] of rest.pages.entries()) {
    const found = page.data.findIndex((row) => compare(conversation, row, filter.sort) < 0);
    if (found === -1 && !isEnd(index)) continue;
    const place = found === -1 ? page.data.length : found;
    return {
      ...rest,
      pages: rest.pages.map((one) =>
        one === page ? { ...one, data: [...one.data.slice(0, place), conversation, ...one.data.slice(place)] } : one,
      ),
    };
  }
  return rest;
}
