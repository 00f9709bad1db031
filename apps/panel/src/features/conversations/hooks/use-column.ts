import { useState, useSyncExternalStore } from 'react';
import { create } from 'zustand';

const KEY = 'hilo.customer-column';
const WIDE = '(min-width: 64rem)';

const useShown = create<{ shown: boolean }>(() => ({ shown: localStorage.getItem(KEY) !== 'hidden' }));

const subscribe = (changed: () => void) => {
  const list = typeof matchMedia === 'function' ? matchMedia(WIDE) : null;
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
};
const isWide = () => typeof matchMedia === 'function' && matchMedia(WIDE).matches;

/** The customer column: beside the thread where there is room (remembered on this machine), else a sheet. */
export function useColumn() {
  const wide = useSyncExternalStore(subscribe, isWide);
  const { shown } = useShown();
  const [sheet, showSheet] = useState(false);
  const toggle = () => {
    if (!wide) return showSheet(true);
    localStorage.setItem(KEY, shown ? 'hidden' : 'shown');
    useShown.setState({ shown: !shown });
  };
  return { beside: wide && shown, sheet: sheet && !wide, showSheet, toggle };
}
