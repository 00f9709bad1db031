import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask } from '../../../app/ask';
import { newId } from '../../../app/new-id';
import type { MessageBody } from '../../../app/outbox-entry';
import { drafts, outbox } from '../../../app/runtime';
import { useMe } from '../../../app/session';
import { keys } from '../api/keys';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { withMessage, type ThreadPages } from '../model/message-pages';
import { lastSeenId } from '../model/moved-on';
import { mayLeave } from '../model/send-lock';
import { useOutboxPreviews } from './use-thread';

export interface Sending {
  /** Somebody put words or files into this composer: from now on a press is meant for it. */
  written: () => void;
  /** Sends, or does nothing while the conversation has only just come up. Gives whether it went into the outbox. */
  send: (body: MessageBody, shown?: string) => boolean;
  note: (text: string) => Promise<boolean>;
  noteBusy: boolean;
}

/** How words leave: messages through the outbox, notes straight to their own address. */
export function useSending(
  conversationId: string,
  messages: readonly Message[],
  told: Conversation['lastMessage'],
): Sending {
  const client = useQueryClient();
  const { undoSendSeconds } = useMe().preferences;
  const openedAt = useRef(0);
  const writtenSince = useRef(false);
  /** Handed to the outbox and not listed there yet. */
  const leaving = useRef(0);
  useEffect(() => {
    openedAt.current = Date.now();
  }, []);

  const noting = useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      ask('POST', '/conversations/{id}/notes', {
        path: { id: conversationId },
        body: { text, mentions: [] },
        headers: { 'idempotency-key': key },
      }),
    onSuccess: (message) =>
      client.setQueryData<ThreadPages>(keys.thread(conversationId), (thread) => withMessage(thread, message)),
  });

  const touched = () => {
    writtenSince.current = true;
  };

  const send: Sending['send'] = (body, shown) => {
    if (!mayLeave(openedAt.current, Date.now(), writtenSince.current)) return false;
    const waiting =
      leaving.current > 0 ||
      outbox.useEntries.getState().entries.some((entry) => entry.conversationId === conversationId);
    // Behind one's own message that is still on its way, the last message is not known yet.
    const expectedLastMessageId = waiting ? undefined : lastSeenId(messages, told);
    leaving.current += 1;
    void outbox
      .enqueue({
        conversationId,
        body: { ...body, ...(expectedLastMessageId && { expectedLastMessageId }) },
        undoMs: undoSendSeconds * 1000,
      })
      .then((entry) => {
        if (shown) useOutboxPreviews.setState(({ previews }) => ({ previews: { ...previews, [entry.id]: shown } }));
      })
      .finally(() => {
        leaving.current -= 1;
      });
    return true;
  };

  const note = async (text: string): Promise<boolean> => {
    try {
      await noting.mutateAsync({ text, key: newId() });
      // Whoever went on writing meanwhile keeps what came after.
      const written = drafts.text(conversationId, 'note').trimStart();
      if (written.startsWith(text)) drafts.write(conversationId, 'note', written.slice(text.length).trimStart());
      return true;
    } catch {
      return false;
    }
  };

  return { written: touched, send, note, noteBusy: noting.isPending };
}
