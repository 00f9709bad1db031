import type { Schemas } from '@hilo/api-client';
import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../../app/api-problem';
import { ask } from '../../../app/ask';
import { keys } from './keys';

/** How ISAC came to an answer. */
export type Turn = Schemas['TurnView'];

/** Null when the trace was not kept. */
export const turnQuery = (id: string) =>
  queryOptions({
    queryKey: keys.turn(id),
    queryFn: ({ signal }) =>
      ask('GET', '/assistant/turns/{id}', { path: { id }, signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
    // A suggestion may be used or thrown away by anybody meanwhile.
    staleTime: 30_000,
  });

/** Tells ISAC that its suggestion went into the composer. A courtesy: whether it hears it changes nothing here. */
export function tellUsed(turnId: string): void {
  void ask('POST', '/assistant/turns/{id}/use', { path: { id: turnId }, body: {} }).catch(() => undefined);
}

/** Why a suggestion was thrown away; the words are `suggestion.reasons.<code>`. */
export const DISMISS_REASONS = ['wrong_facts', 'misunderstood', 'incomplete', 'wrong_tone', 'not_needed'] as const;
export type DismissReason = (typeof DISMISS_REASONS)[number];

/** Tells ISAC that its suggestion was thrown away, and why if the person said so. */
export function tellDismissed(turnId: string, reason: DismissReason | null): void {
  void ask('POST', '/assistant/turns/{id}/dismiss', { path: { id: turnId }, body: reason ? { reason } : {} }).catch(
    () => undefined,
  );
}

export const rateTurn = (id: string, thumb: 'up' | 'down'): Promise<unknown> =>
  ask('POST', '/assistant/turns/{id}/feedback', { path: { id }, body: { thumb } });
