import { create } from 'zustand';

const KEY = 'hilo.rail';
const WIDE = '(min-width: 1536px)';

function initially(): boolean {
  const stored = localStorage.getItem(KEY);
  return stored === null ? matchMedia(WIDE).matches : stored === 'pinned';
}

/** Whether the rail shows its words. Pinned on wide screens until the person says otherwise. */
export const useRailPin = create<{ pinned: boolean; toggle: () => void }>((set, get) => ({
  pinned: initially(),
  toggle: () => {
    const pinned = !get().pinned;
    localStorage.setItem(KEY, pinned ? 'pinned' : 'slim');
    set({ pinned });
  },
}));
