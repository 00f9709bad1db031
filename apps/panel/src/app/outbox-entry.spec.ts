import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './api-problem';
import {
  afterProblem,
  backoffMs,
  hurried,
  inOrder,
  nextWake,
  sendable,
  stateOf,
  tryAgain,
  undoable,
  type OutboxEntry,
} from './outbox-entry';

const NOW = 1_000_000;
const entry = (over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'a',
  conversationId: 'c1',
  body: { type: 'text', text: 'Hola' },
  queuedAt: NOW,
  notBefore: NOW,
  attempts: 0,
  failure: null,
  ...over,
});
const refused = { code: 'window_closed', detail: '', extra: {} };

describe('what may leave', () => {
  it('is the oldest of each conversation', () => {
    const entries = [
      entry({ id: 'b', queuedAt: NOW + 1 }),
      entry({ id: 'a' }),
      entry({ id: 'z', conversationId: 'c2', queuedAt: NOW + 5 }),
    ];
    expect(sendable(entries, NOW).map((one) => one.id)).toEqual(['a', 'z']);
  });

  it('waits for its undo time, and holds back what was written after it', () => {
    const entries = [entry({ id: 'a', notBefore: NOW + 3000 }), entry({ id: 'b', queuedAt: NOW + 1 })];
    expect(sendable(entries, NOW)).toEqual([]);
    expect(nextWake(entries, NOW)).toBe(3000);
    expect(sendable(entries, NOW + 3000).map((one) => one.id)).toEqual(['a']);
  });

  it('stops behind a failed one in its conversation and nowhere else', () => {
    const entries = [
      entry({ failure: refused }),
      entry({ id: 'b', queuedAt: NOW + 1 }),
      entry({ id: 'z', conversationId: 'c2' }),
    ];
    expect(sendable(entries, NOW).map((one) => one.id)).toEqual(['z']);
  });

  it('has a steady order for the same moment', () => {
    expect(inOrder([entry({ id: 'b' }), entry({ id: 'a' })]).map((one) => one.id)).toEqual(['a', 'b']);
  });

  it('sets no alarm for what failed or may already leave', () => {
    expect(nextWake([entry(), entry({ failure: refused, notBefore: NOW + 10 })], NOW)).toBeNull();
  });
});

describe('after a refusal', () => {
  const network = new ApiProblem('network', 0, '');

  it('waits longer and longer under the same key when no answer came', () => {
    const once = afterProblem(entry(), network, NOW);
    expect(once).toMatchObject({ id: 'a', attempts: 1, notBefore: NOW + 1000, failure: null });
    expect(afterProblem(once, network, NOW)).toMatchObject({ attempts: 2, notBefore: NOW + 2000 });
    expect(backoffMs(20)).toBe(30_000);
  });

  it('waits as long as it is told to', () => {
    const haste = new ApiProblem('too_many_requests', 429, '', null, [], { retryAfterS: 7 });
    expect(afterProblem(entry(), haste, NOW)).toMatchObject({ notBefore: NOW + 7000, failure: null });
  });

  it.each([503, 502, 401])('keeps the message through a %i', (status) => {
    expect(stateOf(afterProblem(entry(), new ApiProblem('x', status, ''), NOW))).toBe('pending');
  });

  it('keeps why it was refused, for a person to decide', () => {
    const moved = new ApiProblem('conversation_moved_on', 409, 'New messages.', null, [], {
      lastMessage: { id: 'm9' },
    });
    const failed = afterProblem(entry(), moved, NOW);
    expect(stateOf(failed)).toBe('failed');
    expect(failed.failure).toEqual({
      code: 'conversation_moved_on',
      detail: 'New messages.',
      extra: { lastMessage: { id: 'm9' } },
    });
  });

  it('tries the same message under its key and a changed one under a new key', () => {
    const failed = entry({ failure: refused, attempts: 1 });
    expect(tryAgain(failed, NOW + 5)).toMatchObject({ id: 'a', body: failed.body, failure: null, notBefore: NOW + 5 });
    const body = { type: 'text' as const, text: 'Hola de nuevo' };
    expect(tryAgain(failed, NOW, { id: 'b', body })).toMatchObject({ id: 'b', body, failure: null });
  });
});

describe('taking back and hurrying', () => {
  it('takes back only what surely never left', () => {
    expect(undoable(entry({ notBefore: NOW + 1 }), NOW)).toBe(true);
    expect(undoable(entry(), NOW)).toBe(false);
    expect(undoable(entry({ attempts: 1, notBefore: NOW + 1 }), NOW)).toBe(false);
  });

  it('hurries what waits for an answer, not what waits for its undo time nor what failed', () => {
    expect(hurried(entry({ attempts: 3, notBefore: NOW + 9000 }), NOW).notBefore).toBe(NOW);
    expect(hurried(entry({ notBefore: NOW + 9000 }), NOW).notBefore).toBe(NOW + 9000);
    expect(hurried(entry({ attempts: 1, notBefore: NOW + 9000, failure: refused }), NOW).notBefore).toBe(NOW + 9000);
  });
});
