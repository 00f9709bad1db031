import type { Schemas } from '@hilo/api-client';
/** One thing that happened to a lead. */
export type LeadEvent = Schemas['LeadEventView'];

/** What this screen reads of a conversation's message. */
export type ThreadMessage = Pick<Schemas['MessageView'], 'id' | 'direction' | 'author' | 'type' | 'text' | 'at'>;

export type TimelineEntry =
  | { kind: 'event'; id: string; at: string; event: LeadEvent }
  | { kind: 'message'; id: string; at: string; message: ThreadMessage };

interface Brought<T> {
  /** Newest first. */
  items: readonly T[];
  /** Older ones are still at the server. */
  more: boolean;
}

/**
 * Events and messages as one story, newest first. Nothing is shown that is older than the end of a source which has
 * more: what stands between would come later and push itself in.
 */
export function timelineOf(events: Brought<LeadEvent>, messages: Brought<ThreadMessage>): TimelineEntry[] {
  const horizon = [events, messages]
    .flatMap(({ items, more }) => (more ? [items.at(-1)?.at ?? ''] : []))
    .reduce((latest, at) => (at > latest ? at : latest), '');
  return [
    ...events.items.map((event): TimelineEntry => ({ kind: 'event', id: event.id, at: event.at, event })),
    ...messages.items.map((message): TimelineEntry => ({ kind: 'message', id: message.id, at: message.at, message })),
  ]
    .filter(({ at }) => at >= horizon)
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** Entries by calendar day, `dayKey` being the business's. */
export function byDay(
  entries: readonly TimelineEntry[],
  dayKey: (at: string) => string,
): { day: string; entries: TimelineEntry[] }[] {
  const days: { day: string; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayKey(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
