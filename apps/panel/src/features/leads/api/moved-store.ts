import { create } from 'zustand';

const SHOWN_MS = 4000;

/** Cards that somebody else just moved or opened: they rise in and wear a ring for a moment. */
export const useMoved = create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

export function markMoved(id: string): void {
  useMoved.setState(({ ids }) => ({ ids: new Set([...ids, id]) }));
  setTimeout(() => useMoved.setState(({ ids }) => ({ ids: new Set([...ids].filter((one) => one !== id)) })), SHOWN_MS);
}
