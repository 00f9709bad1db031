import { create } from 'zustand';
import { withNote, type TrailNote } from '../model/trail';

/** What was seen happening since the page was opened. */
export const useTrail = create<{ notes: readonly TrailNote[] }>(() => ({ notes: [] }));

export function note(one: TrailNote): void {
  useTrail.setState(({ notes }) => ({ notes: withNote(notes, one) }));
}
