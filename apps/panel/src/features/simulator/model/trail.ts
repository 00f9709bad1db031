import type { PhoneMessage, PhoneStatus } from '../api/phone';

/** Something seen while the page was open that a thread alone does not tell. `at` is epoch ms of the simulator's time. */
export type TrailNote =
  | { id: string; customerId: string; at: number; kind: 'status'; messageId: string; status: PhoneStatus; afterMs: number; code: number | null }
  | { id: string; customerId: string; at: number; kind: 'clicked'; link: string; text: string | null };

const KEPT = 200;

/** What this change of a message adds; nothing when its status did not move. */
export function statusNote(before: PhoneMessage | undefined, now: PhoneMessage, customerId: string, at: number): TrailNote | undefined {
  if (now.direction !== 'received' || before === undefined || before.status === now.status) return undefined;
  return {
    id: `${now.id}:${now.status}`,
    customerId,
    at,
    kind: 'status',
    messageId: now.id,
    status: now.status,
    afterMs: Math.max(0, at - Date.parse(now.at)),
    code: now.failureCode,
  };
}

/** The trail with one more note, never twice the same, the oldest forgotten. */
export function withNote(trail: readonly TrailNote[], note: TrailNote): readonly TrailNote[] {
  return trail.some(({ id }) => id === note.id) ? trail : [...trail, note].slice(-KEPT);
}
