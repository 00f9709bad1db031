import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conversation } from '../testing/samples';
import { frozenRows } from './frozen-order';

const rows = (ids: string) => [...ids].map((id) => conversation({ id }));
const shown = (live: string, order: string | null) => {
  const { rows: drawn, updates } = frozenRows(rows(live), order === null ? null : rows(order));
  return [drawn.map(({ id }) => id).join(''), updates];
};

describe('rows under the pointer', () => {
  it('follow the list while nobody is in it', () => {
    expect(shown('cab', null)).toEqual(['cab', 0]);
  });

  it('stay where they are while three of them would move, and say so', () => {
    expect(shown('fedabc', 'abcdef')).toEqual(['abcdef', 3]);
  });

  it('count what would come and what would go', () => {
    expect(shown('xabc', 'abc')).toEqual(['abc', 1]);
    expect(shown('ac', 'abc')).toEqual(['abc', 1]);
  });

  it('take in pages loaded meanwhile without counting them', () => {
    expect(shown('abcde', 'abc')).toEqual(['abcde', 0]);
    expect(shown('cabde', 'abc')).toEqual(['abcde', 1]);
  });

  it('show the latest contents in the old place', () => {
    const live = [conversation({ id: 'b', unreadCount: 4 }), conversation({ id: 'a' })];
    expect(frozenRows(live, rows('ab')).rows[1]).toMatchObject({ id: 'b', unreadCount: 4 });
  });

  it('never move a row that stood, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...'abcdefgh']),
        fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 }),
        (live, order) => {
          const [drawn, updates] = shown(live.join(''), order.join('')) as [string, number];
          expect(drawn.startsWith(order.join(''))).toBe(true);
          if (live.join('') === order.join('')) expect(updates).toBe(0);
        },
      ),
    );
  });
});
