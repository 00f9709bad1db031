import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../../app/api-problem';
import { ask } from '../../../app/ask';
import { keys } from './keys';

/** Everything beside a conversation, in one answer. */
export type CustomerPanel = Schemas['ConversationPanelView'];
export type SuggestedItem = Schemas['SuggestedItemView'];

/** Null for a conversation that is not there any more: the column then shows what the page itself holds of it. */
export const panelQuery = (id: string) =>
  queryOptions({
    queryKey: keys.panel(id),
    queryFn: ({ signal }) =>
      ask('GET', '/conversations/{id}/panel', { path: { id }, signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
