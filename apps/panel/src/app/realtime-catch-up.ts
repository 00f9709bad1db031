import { isLater, type RealtimeEvent } from './realtime-event';

/** How many events are remembered to tell a repetition. More than a catch-up may bring (2 000). */
const REMEMBERED = 4000;

export interface Progress {
  /** The last number up to which nothing is missing; null until the server said where we start. */
  readonly seq: string | null;
  /** Keys of what was applied lately, oldest first. */
  readonly applied: ReadonlySet<string>;
  /** While catching up, live events wait here, so that old ones are never applied over new ones. */
  readonly waiting: readonly RealtimeEvent[] | null;
}

export const START: Progress = { seq: null, applied: new Set(), waiting: null };

export interface Step {
  progress: Progress;
  /** To hand out, in order. */
  apply: RealtimeEvent[];
}

function keyOf(event: RealtimeEvent): string {
  const { id, conversationId } = (event.data ?? {}) as { id?: unknown; conversationId?: unknown };
  return `${event.seq} ${event.type} ${String(id ?? conversationId ?? '')}`;
}

function take(progress: Progress, events: readonly RealtimeEvent[]): Step {
  const applied = new Set(progress.applied);
  let { seq } = progress;
  const apply: RealtimeEvent[] = [];
  for (const event of events) {
    const key = keyOf(event);
    if (applied.has(key)) continue;
    applied.add(key);
    apply.push(event);
    if (isLater(event.seq, seq)) seq = event.seq;
  }
  for (const key of applied) {
    if (applied.size <= REMEMBERED) break;
    applied.delete(key);
  }
  return { progress: { ...progress, seq, applied }, apply };
}

/** The server said where the log ends, before any screen asked for data. */
export function startFrom(progress: Progress, seq: string): Progress {
  return isLater(seq, progress.seq) ? { ...progress, seq } : progress;
}

/** The socket is up: from now on live events wait until the missed ones were brought. */
export function beginCatchUp(progress: Progress): Progress {
  return { ...progress, waiting: progress.waiting ?? [] };
}

/** Live events came. */
export function receive(progress: Progress, events: readonly RealtimeEvent[]): Step {
  if (progress.waiting) return { progress: { ...progress, waiting: [...progress.waiting, ...events] }, apply: [] };
  return take(progress, events);
}

/** The missed events came: they go first, then those that waited. `seq` is the log's end when they were read. */
export function finishCatchUp(progress: Progress, seq: string, missed: readonly RealtimeEvent[]): Step {
  const step = take({ ...progress, waiting: null }, [...missed, ...(progress.waiting ?? [])]);
  return { ...step, progress: startFrom(step.progress, seq) };
}

/** Too far behind, or where we were is unknown: everything on screen is asked for again, so nothing needs applying. */
export function startOver(progress: Progress, seq: string | null): Progress {
  const last = progress.waiting?.at(-1)?.seq ?? null;
  const fresh: Progress = { seq, applied: new Set(), waiting: null };
  return last === null ? fresh : startFrom(fresh, last);
}
