/** Something seen while the page was open that no thread tells. `at` is epoch ms of the simulator's time. */
export interface TrailNote {
  id: string;
  customerId: string;
  at: number;
  kind: 'clicked';
  link: string;
  text: string | null;
}

const KEPT = 200;

/** The trail with one more note, never twice the same, the oldest forgotten. */
export function withNote(trail: readonly TrailNote[], note: TrailNote): readonly TrailNote[] {
  return trail.some(({ id }) => id === note.id) ? trail : [...trail, note].slice(-KEPT);
}
