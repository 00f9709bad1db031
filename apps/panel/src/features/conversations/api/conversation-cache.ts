import type { QueryClient } from '@tanstack/react-query';
import type { Conversation } from '../model/conversation';
import type { ConversationFilter } from '../model/conversation-filter';
import { renewed, rowsOf, withConversation, without, type ListPages } from '../model/conversation-pages';
import { keys } from './keys';

const lists = (client: QueryClient) => client.getQueriesData<ListPages>({ queryKey: keys.lists });

/** The latest that is known of a conversation, wherever it was brought. */
export function cachedConversation(client: QueryClient, id: string): Conversation | undefined {
  const own = client.getQueryData<Conversation>(keys.one(id));
  if (own) return own;
  for (const [, list] of lists(client)) {
    const row = rowsOf(list).find((one) => one.id === id);
    if (row) return row;
  }
  return undefined;
}

/** Renews a conversation everywhere and puts it where each list wants it. */
export function placeConversation(client: QueryClient, conversation: Conversation, meId: string): void {
  for (const [key, list] of lists(client)) {
    client.setQueryData(key, withConversation(list, conversation, key[2] as ConversationFilter, meId));
  }
  if (client.getQueryData(keys.one(conversation.id))) client.setQueryData(keys.one(conversation.id), conversation);
}

/** Changes a conversation where it stands, without moving rows; gives it as it was. */
export function changeConversation(
  client: QueryClient,
  id: string,
  change: (conversation: Conversation) => Conversation,
): Conversation | undefined {
  const before = cachedConversation(client, id);
  if (!before) return undefined;
  const after = change(before);
  for (const [key, list] of lists(client)) if (list) client.setQueryData(key, renewed(list, after));
  if (client.getQueryData(keys.one(id))) client.setQueryData(keys.one(id), after);
  return before;
}

export function removeConversation(client: QueryClient, id: string): void {
  for (const [key, list] of lists(client)) if (list) client.setQueryData(key, without(list, id));
}
