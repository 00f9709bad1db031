import type { BodyOf, Schemas } from '@hilo/api-client';
import { showToast } from '@hilo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../app/api-problem';
import { ask } from '../../../app/ask';
import { countsQuery } from '../../../app/counts';
import { useMe } from '../../../app/session';
import { problemText } from '../../../i18n/problem-text';
import { readEverywhere } from '../apply-realtime';
import { cachedConversation, changeConversation, placeConversation } from '../api/conversation-cache';
import type { CloseReason, Conversation, Person, Priority } from '../model/conversation';
import { isStale } from '../model/unread';

interface Change {
  conversation: Conversation;
  ask: (id: string) => Promise<Schemas['ConversationView']>;
  /** How it looks at once, before the server answers. */
  guess: Partial<Conversation>;
}

/** What a person does to a conversation: shown at once, taken back with words when the server refuses. */
export function useConversationActions() {
  const client = useQueryClient();
  const me = useMe();
  const { t } = useTranslation('conversations');

  return useMemo(() => {
    const change = async ({ conversation, ask, guess }: Change): Promise<boolean> => {
      const { id } = conversation;
      const before = changeConversation(client, id, (known) => ({ ...known, ...guess })) ?? conversation;
      try {
        const after = await ask(id);
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
    /** `version` is the one it was decided on, where overwriting somebody else's change would lose something. */
    const patch = (
      conversation: Conversation,
      body: BodyOf<'PATCH', '/conversations/{id}'>,
      guess: Partial<Conversation>,
      version?: number,
    ) =>
      change({
        conversation,
        ask: (id) =>
          ask('PATCH', '/conversations/{id}', {
            path: { id },
            body,
            ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
          }),
        guess,
      });
    const give = (
      conversation: Conversation,
      body: BodyOf<'POST', '/conversations/{id}/assign'>,
      assignee: Person | null,
    ) =>
      change({
        conversation,
        ask: (id) => ask('POST', '/conversations/{id}/assign', { path: { id }, body }),
        guess: { assignee },
      });
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
        give(conversation, { assigneeId: assignee?.id ?? null, ...(teamId && { teamId }) }, assignee),
      /** Whoever had it, ISAC or a colleague: from here on this person answers. */
      take: (conversation: Conversation) =>
        conversation.assignee === null || conversation.assignee.id === me.id
          ? change({
              conversation,
              ask: (id) => ask('POST', '/conversations/{id}/claim', { path: { id }, body: {} }),
              guess: { assignee: mine, assistantState: { ...conversation.assistantState, owner: 'person' } },
            })
          : give(conversation, { assigneeId: me.id }, mine),
      assistant: (conversation: Conversation, body: BodyOf<'PUT', '/conversations/{id}/assistant'>) =>
        change({
          conversation,
          ask: (id) => ask('PUT', '/conversations/{id}/assistant', { path: { id }, body }),
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
        await ask('POST', '/conversations/{id}/read', { path: { id }, body: {} }).catch(() => undefined);
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
      },
      unread: async ({ id }: Conversation) => {
        changeConversation(client, id, (known) => ({ ...known, unreadCount: Math.max(1, known.unreadCount) }));
        await ask('POST', '/conversations/{id}/unread', { path: { id }, body: {} }).catch((error: unknown) =>
          showToast({ title: t('actions.failed'), description: problemText(error), tone: 'danger' }),
        );
        void client.invalidateQueries({ queryKey: countsQuery.queryKey });
      },
    };
  }, [client, me, t]);
}

export type ConversationActions = ReturnType<typeof useConversationActions>;
