import type { BodyOf } from '@hilo/api-client';
import type { ApiProblem } from './api-problem';

/** Body of `POST /conversations/:id/messages`. */
export type MessageBody = Readonly<BodyOf<'POST', '/conversations/{id}/messages'>>;

/** A message that was written and has not been accepted by the server yet. */
export interface OutboxEntry {
  /** Client UUID: the message's `clientMessageId` and the Idempotency-Key of every attempt. */
  id: string;
  conversationId: string;
  body: MessageBody;
  /** Order of writing (epoch ms). */
  queuedAt: number;
  /** Not before this moment (epoch ms): the time to change one's mind. */
  notBefore: number;
  attempts: number;
  failure: OutboxFailure | null;
}

export interface OutboxFailure {
  code: string;
  detail: string;
  extra: Readonly<Record<string, unknown>>;
}

export type OutboxState = 'pending' | 'failed';

export const stateOf = (entry: OutboxEntry): OutboxState => (entry.failure ? 'failed' : 'pending');

export const inOrder = (entries: Iterable<OutboxEntry>): OutboxEntry[] =>
  [...entries].sort((one, other) => one.queuedAt - other.queuedAt || (one.id < other.id ? -1 : 1));

/**
 * Which entries may be sent now: the first of each conversation. A failed one holds back those behind it in the same
 * conversation, because what comes after usually leans on it.
 */
export function sendable(entries: Iterable<OutboxEntry>, now: number): OutboxEntry[] {
  const heads = new Map<string, OutboxEntry>();
  for (const entry of inOrder(entries)) if (!heads.has(entry.conversationId)) heads.set(entry.conversationId, entry);
  return [...heads.values()].filter((entry) => !entry.failure && entry.notBefore <= now);
}

/** Milliseconds until something becomes sendable by itself; null when nothing waits for the clock. */
export function nextWake(entries: Iterable<OutboxEntry>, now: number): number | null {
  const times = [...entries]
    .filter((entry) => !entry.failure && entry.notBefore > now)
    .map((entry) => entry.notBefore - now);
  return times.length > 0 ? Math.min(...times) : null;
}

/** The line is back: what waited for an answer need not wait any longer. What waits for its undo time still does. */
export const hurried = (entry: OutboxEntry, now: number): OutboxEntry =>
  entry.attempts > 0 && !entry.failure ? { ...entry, notBefore: now } : entry;

/** Nobody looks any more, so nobody takes it back: it need not wait for that. */
export const released = (entry: OutboxEntry, now: number): OutboxEntry =>
  undoable(entry, now) ? { ...entry, notBefore: now } : entry;

/** Whether taking it back surely leaves nothing behind at the server: it never left. */
export const undoable = (entry: OutboxEntry, now: number): boolean => entry.attempts === 0 && entry.notBefore > now;

/** How long to wait after this many attempts without an answer: 1 s, 2 s, 4 s ... 30 s. */
export const backoffMs = (attempts: number): number => Math.min(30_000, 1000 * 2 ** Math.max(0, attempts - 1));

/** What becomes of an entry after a refusal. No answer or "later" keeps it waiting under the same key; a refusal is for a person. */
export function afterProblem(entry: OutboxEntry, problem: ApiProblem, now: number): OutboxEntry {
  const attempts = entry.attempts + 1;
  if (problem.unanswered || problem.status === 429 || problem.status === 401) {
    const asked = problem.extra['retryAfterS'];
    const wait = typeof asked === 'number' ? asked * 1000 : backoffMs(attempts);
    return { ...entry, attempts, notBefore: now + wait };
  }
  return { ...entry, attempts, failure: { code: problem.code, detail: problem.detail, extra: problem.extra } };
}

/**
 * The same message for another try. Unchanged it keeps its key, so it cannot arrive twice; a changed body needs a new
 * key, which is safe because the refusal left nothing behind.
 */
export function tryAgain(
  entry: OutboxEntry,
  now: number,
  change?: { id: string; body: OutboxEntry['body'] },
): OutboxEntry {
  return { ...entry, ...change, failure: null, notBefore: now };
}
