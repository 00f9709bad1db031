import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { realtime } from '../../../app/runtime';
import { keys } from '../api/keys';
import { isWatched, setOpenConversation } from '../api/watching';
import type { Conversation } from '../model/conversation';
import type { ConversationActions } from './use-conversation-actions';

/** Tells the others which conversation is on screen, and again after every reconnection. */
export function useViewing(conversationId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    setOpenConversation(conversationId);
    const tell = () => realtime.send('view', { conversationId });
    tell();
    const stop = realtime.onCaughtUp(() => {
      tell();
      // Ticks that moved while the line was down are in no log that a panel may read.
      void client.invalidateQueries({ queryKey: keys.thread(conversationId) });
    });
    return () => {
      stop();
      setOpenConversation(null);
      realtime.send('view', { conversationId: null });
    };
  }, [client, conversationId]);
}

/** Whatever is on screen and in front of the person counts as read. */
export function useReadReceipts(conversation: Conversation, actions: ConversationActions): void {
  const asked = useRef<string | null>(null);
  const { id } = conversation;
  const last = conversation.lastMessage?.id ?? null;
  const unseen = conversation.unreadCount > 0 || (conversation.sharedUnread ?? 0) > 0;
  const latest = useRef(conversation);
  useEffect(() => {
    latest.current = conversation;
  });

  useEffect(() => {
    const look = () => {
      const mark = `${id} ${last ?? ''}`;
      if (!isWatched(id) || asked.current === mark) return;
      // Seen now, so that marking it unread by hand afterwards stays.
      asked.current = mark;
      if (unseen) void actions.read(latest.current);
    };
    look();
    addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, last, unseen, actions]);
}
