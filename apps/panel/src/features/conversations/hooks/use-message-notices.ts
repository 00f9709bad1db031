import { useEffect, useRef } from 'react';
import { askWithFirstPress, concerns, showsOnDesktop } from '../../../app/attention';
import { onRealtime } from '../../../app/realtime-registry';
import { queryClient } from '../../../app/runtime';
import { useMe } from '../../../app/session';
import { cachedConversation } from '../api/conversation-cache';
import type { Message } from '../model/message';
import { usePreview } from './use-preview';

/** A note on the desktop for what comes in while the page is behind: it opens exactly that conversation. */
export function useMessageNotices(open: (id: string) => void): void {
  const me = useMe();
  const { desktopNotifications, soundScope } = me.preferences;
  const line = usePreview();
  const act = useRef(open);
  useEffect(() => {
    act.current = open;
  });

  useEffect(() => (desktopNotifications ? askWithFirstPress() : undefined), [desktopNotifications]);
  useEffect(
    () =>
      onRealtime<Message>('message.created', ({ data }, { live }) => {
        if (!live || data.direction !== 'in' || !showsOnDesktop({ desktopNotifications })) return;
        const conversation = cachedConversation(queryClient, data.conversationId);
        if (!conversation || !concerns(soundScope, conversation.assignee?.id ?? null, me.id)) return;
        const shown = new Notification(conversation.contact.name || conversation.contact.phone || 'Hilo', {
          body: line({ type: data.type, preview: data.text ?? '' }),
          tag: data.conversationId,
        });
        shown.onclick = () => {
          window.focus();
          act.current(data.conversationId);
          shown.close();
        };
      }),
    [me.id, line, desktopNotifications, soundScope],
  );
}
