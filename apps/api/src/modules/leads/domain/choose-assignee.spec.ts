import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseAssignee, type Candidate } from './choose-assignee.js';

const online = (...ids: string[]): Candidate[] => ids.map((id) => ({ id, presence: 'online' }));
const idle = { lastId: null, load: new Map<string, number>() };

describe('chooseAssignee', () => {
  it('leaves it to people when that is the rule, or when nobody is online', () => {
    expect(chooseAssignee('manual', online('a'), idle)).toBeNull();
    expect(
      chooseAssignee(
        'round_robin',
        [
          { id: 'a', presence: 'away' },
          { id: 'b', presence: 'offline' },
        ],
        idle,
      ),
    ).toBeNull();
    expect(chooseAssignee('least_busy', [], idle)).toBeNull();
  });

  it('goes round, also past somebody who left', () => {
    const team = online('c', 'a', 'd');
    expect(
      ['a', 'b', 'c', 'd', null].map((lastId) => chooseAssignee('round_robin', team, { ...idle, lastId })),
    ).toEqual(['c', 'c', 'd', 'a', 'a']);
  });

  it('prefers the least busy, in turn among equals', () => {
    const load = new Map([
      ['a', 3],
      ['b', 1],
      ['c', 1],
    ]);
    expect(chooseAssignee('least_busy', online('a', 'b', 'c'), { lastId: null, load })).toBe('b');
    expect(chooseAssignee('least_busy', online('a', 'b', 'c'), { lastId: 'b', load })).toBe('c');
    expect(chooseAssignee('least_busy', online('a', 'b', 'c', 'd'), { lastId: null, load })).toBe('d');
  });

  it('is fair: over whole rounds everybody gets the same', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (ids, rounds) => {
          const got = new Map<string, number>();
          let lastId: string | null = null;
          for (let each = 0; each < ids.length * rounds; each += 1) {
            lastId = chooseAssignee('round_robin', online(...ids), { lastId, load: got });
            if (lastId !== null) got.set(lastId, (got.get(lastId) ?? 0) + 1);
          }
          expect([...got.values()]).toEqual(ids.map(() => rounds));
        },
      ),
    );
  });
});
