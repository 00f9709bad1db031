import type { QueryClient } from '@tanstack/react-query';
import { concerns, loudness } from '../../app/attention';
import { onRealtime, onVolatile } from '../../app/realtime-registry';
import { outbox, queryClient } from '../../app/runtime';
import { meQuery, type Me } from '../../app/session';
import { ring } from '../../app/sound';
import {
  cachedConversation,
  changeConversation,
  placeConversation,
  removeConversation,
} from './api/conversation-cache';
import { keys } from './api/keys';
import { heardTyping, heardViewers, stoppedTyping } from './api/presence-store';
import { suggest } from './api/suggestion-store';
import { isWatched } from './api/watching';
import type { Conversation } from './model/conversation';
import type { Message } from './model/message';
import { withMessage, withRenewed, withTick, type ThreadPages } from './model/message-pages';
import type { StatusChange } from './model/message-status';
import type { Suggestion } from './model/suggestion';
import { isStale, reallyGone, withUnread } from './model/unread';

const meOf = (client: QueryClient): Me | undefined => client.getQueryData<Me>(meQuery.queryKey);

const patchThread = (
  client: QueryClient,
  conversationId: string,
  change: (thread: ThreadPages | undefined) => ThreadPages | undefined,
) => client.setQueryData<ThreadPages>(keys.thread(conversationId), change);

/** A conversation changed: every list takes it to its place, keeping this person's own unread count. */
export function upsertConversation(client: QueryClient, next: Conversation): void {
  const me = meOf(client);
  const before = cachedConversation(client, next.id);
  if (!me || isStale(next, before)) return;
  placeConversation(client, withUnread(next, before, isWatched(next.id)), me.id);
}

export function dropConversation(client: QueryClient, id: string): void {
  const me = meOf(client);
  if (!me) return;
  const viewer = {
    id: me.id,
    teamIds: me.teams.map((team) => team.id),
    seesAll: me.permissions.includes('conversations:read-all'),
  };
  if (reallyGone(cachedConversation(client, id), viewer)) removeConversation(client, id);
}

/** A message came: the open thread takes it, and whoever wrote it has stopped writing. */
export function addMessage(client: QueryClient, message: Message): void {
  patchThread(client, message.conversationId, (thread) => withMessage(thread, message));
  stoppedTyping(message.conversationId, message.author.id);
}

/** One ring for what concerns this person, as loud as they chose. What is not loaded yet counts as nobody's. */
function ringFor(client: QueryClient, message: Message): void {
  const me = meOf(client);
  if (!me?.preferences.sound || message.direction !== 'in' || isWatched(message.conversationId)) return;
  const assignee = cachedConversation(client, message.conversationId)?.assignee;
  if (concerns(me.preferences.soundScope, assignee?.id ?? null, me.id)) ring({ volume: loudness(me.preferences) });
}

let applied = false;

/** Says what each event does to the caches. Once for the life of the page: other screens must not miss what happens. */
export function applyConversationsRealtime(): void {
  if (applied) return;
  applied = true;
  onRealtime<Conversation>('conversation.upserted', ({ data }, { client }) => upsertConversation(client, data));
  onRealtime<{ id: string }>('conversation.removed', ({ data }, { client }) => dropConversation(client, data.id));
  onRealtime<Message>('message.created', ({ data }, { client, live }) => {
    addMessage(client, data);
    if (live) ringFor(client, data);
  });
  onRealtime<Message>('message.updated', ({ data }, { client }) =>
    patchThread(client, data.conversationId, (thread) => withRenewed(thread, data)),
  );
  onRealtime<StatusChange & { id: string; conversationId: string }>('message.status', ({ data }, { client }) =>
    patchThread(client, data.conversationId, (thread) => withTick(thread, data.id, data)),
  );
  onRealtime<{ conversationId: string; turn: Suggestion }>('isac.suggestion', ({ data }) =>
    suggest(data.conversationId, data.turn),
  );
  onVolatile<{ conversationId: string; viewers: { id: string; name: string }[] }>('presence', ({ data }) =>
    heardViewers(data.conversationId, data.viewers),
  );
  onVolatile<{ conversationId: string; userId: string; name: string }>('typing', ({ data }) =>
    heardTyping(data.conversationId, { userId: data.userId, name: data.name, at: Date.now() }),
  );
  // Whatever the server accepted takes its place at once, before the broadcast of it comes.
  outbox.onSent((_entry, message) => {
    if (message?.id && message.type !== 'reaction') addMessage(queryClient, message);
  });
  listenToOtherTabs();
}

const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('hilo-read') : null;

const takeCountOff = (conversationId: string) =>
  changeConversation(queryClient, conversationId, (conversation) => ({ ...conversation, unreadCount: 0 }));

/** Other tabs of this person take the count off too: the broadcast does not say who read. */
export function readEverywhere(conversationId: string): void {
  takeCountOff(conversationId);
  tabs?.postMessage(conversationId);
}

function listenToOtherTabs(): void {
  if (tabs) tabs.onmessage = ({ data }: MessageEvent<string>) => takeCountOff(data);
}
