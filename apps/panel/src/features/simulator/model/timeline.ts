import type { PhoneMessage, PhoneStatus } from '../api/phone';
import type { TracedTurn } from '../api/trace-queries';
import type { TrailNote } from './trail';

export type TimelineEntry =
  | { id: string; at: number; kind: 'said'; message: PhoneMessage }
  | { id: string; at: number; kind: 'answered'; message: PhoneMessage; afterMs: number | null }
  | { id: string; at: number; kind: 'turn'; turn: TracedTurn }
  | { id: string; at: number; kind: 'status'; status: PhoneStatus; afterMs: number; code: number | null }
  | TrailNote;

const SHOWN = 40;

/** Everything that happened with one customer, newest first. */
export function timelineOf(
  messages: readonly PhoneMessage[],
  trail: readonly TrailNote[],
  turns: readonly TracedTurn[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [...trail];
  let asked: number | null = null;
  for (const message of messages) {
    const at = Date.parse(message.at);
    if (message.direction === 'sent') {
      asked ??= at;
      entries.push({ id: message.id, at, kind: 'said', message });
    } else {
      entries.push({ id: message.id, at, kind: 'answered', message, afterMs: asked === null ? null : at - asked });
      asked = null;
      entries.push(...statusesOf(message));
    }
  }
  for (const turn of turns) {
    entries.push({ id: turn.id, at: Date.parse(turn.createdAt), kind: 'turn', turn });
  }
  return entries.sort((one, other) => other.at - one.at).slice(0, SHOWN);
}

/** How far something from the business came, and after how long; a clock that was moved back makes no time negative. */
function statusesOf({ id, at, reached, failureCode }: PhoneMessage): TimelineEntry[] {
  return reached.map(({ status, at: then }) => ({
    id: `${id}:${status}`,
    at: Date.parse(then),
    kind: 'status',
    status,
    afterMs: Math.max(0, Date.parse(then) - Date.parse(at)),
    code: status === 'failed' ? failureCode : null,
  }));
}

/** How long something took, in the unit that reads best: 59 ms, 1.4 s, 3 min. */
export function duration(ms: number, language: string): string {
  const write = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (ms < 1000) return write(Math.round(ms), 'millisecond');
  if (ms < 60_000) return write(ms / 1000, 'second', 1);
  return ms < 3_600_000 ? write(ms / 60_000, 'minute') : write(ms / 3_600_000, 'hour', 1);
}
