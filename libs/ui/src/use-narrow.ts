import { useSyncExternalStore } from 'react';

const query = '(max-width: 767.98px)';

function subscribe(changed: () => void): () => void {
  const list = typeof matchMedia === 'function' ? matchMedia(query) : null;
  list?.addEventListener('change', changed);
  return () => list?.removeEventListener('change', changed);
}

/** True under 768 px: one column, tables as cards, sheets from below. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => typeof matchMedia === 'function' && matchMedia(query).matches);
}
