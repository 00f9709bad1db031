import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../testing/a-message';
import { aTurn } from '../testing/a-trace';
import { duration, timelineOf } from './timeline';
import { withNote, type TrailNote } from './trail';

const T = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds)).toISOString();

describe('timelineOf', () => {
  it('tells the newest first and how long an answer took from the first question', () => {
    const messages = [
      aMessage({ id: 'q1', at: T(0) }),
      aMessage({ id: 'q2', at: T(3) }),
      aMessage({ id: 'a1', direction: 'received', at: T(5) }),
      aMessage({ id: 'a2', direction: 'received', at: T(6) }),
    ];
    const entries = timelineOf(messages, [], [aTurn({ id: 't', createdAt: T(4) })]);
    expect(entries.map(({ id }) => id)).toEqual(['a2', 'a1', 't', 'q2', 'q1']);
    expect(entries.filter((one) => one.kind === 'answered').map(({ afterMs }) => afterMs)).toEqual([null, 5000]);
  });
});

describe('how far a message came', () => {
  const told = (over: Partial<Parameters<typeof aMessage>[0]>) =>
    timelineOf([aMessage({ id: 'a', direction: 'received', at: T(0), ...over })], [], []).filter(
      ({ kind }) => kind === 'status',
    );

  it('is told by the thread, with how long each step took', () => {
    const reached = [
      { status: 'sent' as const, at: T(1) },
      { status: 'delivered' as const, at: T(2) },
    ];
    expect(told({ reached })).toMatchObject([
      { id: 'a:delivered', status: 'delivered', afterMs: 2000, code: null },
      { id: 'a:sent', status: 'sent', afterMs: 1000 },
    ]);
  });

  it('names the code of what failed', () => {
    expect(told({ reached: [{ status: 'failed', at: T(1) }], failureCode: 131047 })).toMatchObject([
      { status: 'failed', code: 131047 },
    ]);
  });

  it('never goes back in time', () => {
    expect(told({ at: T(60), reached: [{ status: 'read', at: T(0) }] })).toMatchObject([
      { status: 'read', afterMs: 0 },
    ]);
  });
});

describe('withNote', () => {
  const note = (id: string): TrailNote => ({ id, customerId: 'c', at: 0, kind: 'clicked', link: 'Bio', text: null });

  it('keeps each note once and forgets the oldest', () => {
    expect(withNote([note('a')], note('a'))).toHaveLength(1);
    const many = Array.from({ length: 200 }, (_, index) => note(String(index)));
    const after = withNote(many, note('new'));
    expect([after.length, after[0]?.id, after.at(-1)?.id]).toEqual([200, '1', 'new']);
  });
});

describe('duration', () => {
  it.each([
    [58.9, '59 ms'],
    [1430, '1.4 sec'],
    [180_000, '3 min'],
    [90_000_000, '25 hr'],
  ])('%s ms is %s', (ms, words) => {
    expect(duration(ms, 'en').replace(/\s/g, ' ')).toBe(words);
  });
});
