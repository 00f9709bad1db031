import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import { outbox } from '../../../app/runtime';
import { useMe } from '../../../app/session';
import { threadQuery } from '../api/conversation-queries';
import { keys } from '../api/keys';
import { oldestFirst, trimmed, type ThreadPages } from '../model/message-pages';
import { withOutbox } from '../model/outbox-message';
import { threadItems, unreadMark, type UnreadMark } from '../model/thread-items';
import { useMoments } from './use-moments';

/** Words of what waits in the outbox and only the server can write out, by entry. */
export const useOutboxPreviews = create<{ previews: Readonly<Record<string, string>> }>(() => ({ previews: {} }));

/** The messages of a conversation, with those on their way, and as the thread draws them. */
export function useThread(conversationId: string, unreadCount: number) {
  const client = useQueryClient();
  const me = useMe();
  const moments = useMoments();
  const query = useInfiniteQuery(threadQuery(conversationId));
  const entries = outbox.useEntries((state) => state.entries);
  const previews = useOutboxPreviews((state) => state.previews);
  const pages = query.data;

  const stored = useMemo(() => oldestFirst(pages), [pages]);
  const messages = useMemo(
    () => withOutbox(stored, entries, conversationId, me, Date.now(), previews),
    [stored, entries, conversationId, me, previews],
  );

  // As it was on arriving, and kept until the next visit: reading, which begins before the messages are there, must
  // not take away the mark of what was new.
  const [arrivedWith] = useState(unreadCount);
  const [mark, setMark] = useState<UnreadMark | null | undefined>(undefined);
  if (mark === undefined && pages) setMark(unreadMark(stored, arrivedWith));
  const items = useMemo(() => threadItems(messages, moments.dayKey, mark), [messages, moments, mark]);

  useEffect(
    () => () => void client.setQueryData<ThreadPages>(keys.thread(conversationId), trimmed),
    [client, conversationId],
  );

  return { query, messages, items, mark: mark ?? null };
}
