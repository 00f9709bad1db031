import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../../../app/api-problem';
import { request } from '../../../app/api';
import { keys } from './keys';

/** How ISAC came to an answer. Every part may be missing: older turns hold less. */
export interface Turn {
  id: string;
  intent?: string | null;
  confidence?: number | null;
  alternatives?: { intent: string; confidence: number }[];
  entities?: { name?: string; kind?: string; value: unknown }[];
  tools?: { name: string; rows?: number | null; ms?: number | null; input?: unknown }[];
  rules?: string[];
  sources?: { kind?: string; title?: string; name?: string; id?: string }[];
  escalation?: { reason: string } | null;
  reply?: string | null;
  model?: string | null;
  latencyMs?: number | null;
  promptVersion?: string | null;
}

/** Null when the trace was not kept. */
export const turnQuery = (id: string) =>
  queryOptions({
    queryKey: keys.turn(id),
    queryFn: ({ signal }) =>
      request<Turn>('GET', `/assistant/turns/${id}`, { signal }).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
    staleTime: Infinity,
  });

export type TurnVerdict = 'use' | 'dismiss';

/** Tells ISAC what became of a suggestion. A courtesy: whether it hears it changes nothing here. */
export function judgeTurn(id: string, verdict: TurnVerdict): void {
  void request('POST', `/assistant/turns/${id}/${verdict}`, { body: {} }).catch(() => undefined);
}

export const rateTurn = (id: string, thumb: 'up' | 'down'): Promise<unknown> =>
  request('POST', `/assistant/turns/${id}/feedback`, { body: { thumb } });
