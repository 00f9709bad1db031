/** What one tab tells the others: they all share one cookie. */
export type TabNews = { kind: 'entered'; personId: string } | { kind: 'left' };

let line: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  // One for the whole page: a second one would hear what the first says.
  if (!line && typeof BroadcastChannel === 'function') line = new BroadcastChannel('hilo-session');
  return line;
}

export function tellTabs(news: TabNews): void {
  open()?.postMessage(news);
}

/** Hears the other tabs instead of whoever did before; null hears nobody. */
export function hearTabs(listener: ((news: TabNews) => void) | null): void {
  const line = open();
  if (line) line.onmessage = listener && ((event: MessageEvent<TabNews>) => listener(event.data));
}
