import { showToast } from '@hilo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../app/api-problem';
import { request, type Method } from '../../../app/api';
import { countsQuery } from '../../../app/counts';
import { useMe } from '../../../app/session';
import { problemText } from '../../../i18n/problem-text';
import { readEverywhere } from '../apply-realtime';
import { cachedConversation, changeConversation, placeConversation } from '../api/conversation-cache';
import type { CloseReason, Conversation, Person, Priority } from '../model/conversation';
import { isStale } from '../model/unread';

interface Change {
  conversation: Conversation;
  method: Method;
  path: string;
  body: unknown;
  /** How it looks at once, before the server answers. */
  guess: Partial<Conversation>;
  /** The version it was decided on, where overwriting somebody else's change would lose something. */
  version?: number;
}

/** What a person does to a conversation: shown at once, taken back with words when the server refuses. */
export function useConversationActions() {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTranslation('conversations');

  return useMemo(() => {
    const change = async ({ conversation, method, path, body, guess, version }: Change): Promise<boolean> => {
      const { id } = conversation;
      const before = changeConversation(client, id, (known) => ({ ...known, ...guess })) ?? conversation;
      try {
        const after = await request<Conversation>(method, `/conversations/${id}${path}`, {
          body,
          ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
        });
        if (!isStale(after, cachedConversation(client, id)))
          placeConversation(client, { ...after, sharedUnread: before.sharedUnread }, me.id);
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
        return true;
      } catch (error) {
        // What the server said of it meanwhile has already replaced the guess.
        changeConversation(client, id, (known) => (known.version === before.version ? before : known));
        const holder = error instanceof ApiProblem ? (error.extra['assignee'] as Person | undefined) : undefined;
        showToast({
          title: t('actions.failed'),
          description: holder ? t('actions.alreadyClaimed', { name: holder.name }) : problemText(error),
          tone: 'danger',
        });
        return false;
      }
    };
    const patch = (conversation: Conversation, body: object, guess: Partial<Conversation>, version?: number) =>
      change({ conversation, method: 'PATCH', path: '', body, guess, ...(version !== undefined && { version }) });
    const mine: Person = { id: me.id, name: me.name, initials: '' };

    return {
      close: (conversation: Conversation, closeReason: CloseReason) =>
        patch(conversation, { status: 'closed', closeReason }, { status: 'closed', closeReason }),
      reopen: (conversation: Conversation) =>
        patch(conversation, { status: 'open' }, { status: 'open', closeReason: null, followUpAt: null }),
      followUp: (conversation: Conversation, followUpAt: string) =>
        patch(conversation, { status: 'follow_up', followUpAt }, { status: 'follow_up', followUpAt }),
      prioritize: (conversation: Conversation, priority: Priority) => patch(conversation, { priority }, { priority }),
      tag: (conversation: Conversation, tags: string[]) =>
        patch(conversation, { tags }, { tags }, conversation.version),
      assign: (conversation: Conversation, assignee: Person | null, teamId?: string) =>
        change({
          conversation,
          method: 'POST',
          path: '/assign',
          body: { assigneeId: assignee?.id ?? null, ...(teamId && { teamId }) },
          guess: { assignee },
        }),
      claim: (conversation: Conversation) =>
        conversation.assignee === null
          ? change({ conversation, method: 'POST', path: '/claim', body: {}, guess: { assignee: mine } })
          : change({
              conversation,
              method: 'POST',
              path: '/assign',
              body: { assigneeId: me.id },
              guess: { assignee: mine },
            }),
      assistant: (
        conversation: Conversation,
        body: { mode?: Conversation['assistantMode']; owner?: 'assistant' | 'person'; pausedUntil?: string | null },
      ) =>
        change({
          conversation,
          method: 'PUT',
          path: '/assistant',
          body,
          guess: {
            ...(body.mode && { assistantMode: body.mode }),
            assistantState: {
              owner: body.owner ?? conversation.assistantState.owner,
              pausedUntil: body.pausedUntil === undefined ? conversation.assistantState.pausedUntil : body.pausedUntil,
            },
          },
        }),
      read: async ({ id }: Conversation) => {
        readEverywhere(id);
        await request('POST', `/conversations/${id}/read`, { body: {} }).catch(() => undefined);
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
      },
      unread: async ({ id }: Conversation) => {
        changeConversation(client, id, (known) => ({ ...known, unreadCount: Math.max(1, known.unreadCount) }));
        await request('POST', `/conversations/${id}/unread`, { body: {} }).catch((error: unknown) =>
          showToast({ title: t('actions.failed'), description: problemText(error), tone: 'danger' }),
        );
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
      },
    };
  }, [client, me, t]);
}

export type ConversationActions = ReturnType<typeof useConversationActions>;
