export type ToastTone = 'info' | 'success' | 'danger';

export interface ToastContent {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** A way back, offered for as long as the toast stays. */
  action?: { label: string; onPress: () => void };
  /** Milliseconds on screen; 6 000 unless said, 0 keeps it until closed. */
  lasts?: number;
}

export interface ToastShower {
  show: (id: string, content: ToastContent) => void;
  close: (id: string) => void;
}

let shower: ToastShower | null = null;
let waiting: [id: string, content: ToastContent][] = [];
let shown = 0;
const listeners = new Set<() => void>();

/** Says something in passing; gives the toast's id. An error that matters must also stay where it happened. */
export function showToast(content: ToastContent): string {
  shown += 1;
  const id = `toast-${shown}`;
  if (shower) shower.show(id, content);
  else waiting.push([id, content]);
  for (const listener of listeners) listener();
  return id;
}

export function closeToast(id: string): void {
  waiting = waiting.filter(([waitingId]) => waitingId !== id);
  shower?.close(id);
}

/** Whether anything was ever shown: until then the region's code is not even fetched. */
export const toastsWanted = (): boolean => shown > 0;

export function onToastWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The region is in the page: it takes what waited and everything from now on. */
export function attachToasts(region: ToastShower): () => void {
  shower = region;
  for (const [id, content] of waiting) region.show(id, content);
  waiting = [];
  return () => {
    if (shower === region) shower = null;
  };
}
