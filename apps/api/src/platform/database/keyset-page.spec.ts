import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../http/domain-error.js';
import { decodeCursor, encodeCursor, pageOf } from './keyset-page.js';

const refusalOf = (cursor: string, length: number): unknown => {
  try {
    return decodeCursor(cursor, length);
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.status] : error;
  }
};

describe('cursors', () => {
  it('come back as they were, microseconds and nothing included', () => {
    const parts = ['2026-11-21 07:00:00.123456+00', null];
    expect(decodeCursor(encodeCursor(parts), 2)).toEqual(parts);
  });

  it('are not there on the first page', () => {
    expect(decodeCursor(undefined, 2)).toBeUndefined();
  });

  it.each([
    ['of another list', encodeCursor(['a', 'b', 'c'])],
    ['that is a guess', 'aaaa'],
    ['that is empty', ''],
    ['of other things than texts', Buffer.from('[1,{}]').toString('base64url')],
    ['that is no list', Buffer.from('{"length":2}').toString('base64url')],
    ['longer than any of ours', encodeCursor(['x'.repeat(1025), 'b'])],
  ])('%s is refused', (_what, cursor) => {
    expect(refusalOf(cursor, 2)).toEqual(['invalid_cursor', 400]);
  });

  it('never break on what anybody writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cursor) => {
        const answer = refusalOf(cursor, 2);
        expect(Array.isArray(answer) && answer.length === 2).toBe(true);
      }),
    );
  });
});

describe('pageOf', () => {
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const page = (limit: number, of = rows) =>
    pageOf(
      of,
      limit,
      ({ id }) => [id],
      ({ id }) => id.toUpperCase(),
    );

  it('ends with the cursor of the last row that is shown', () => {
    expect(page(2)).toEqual({ data: ['A', 'B'], nextCursor: encodeCursor(['b']) });
  });

  it('is the last one when nothing is left over', () => {
    expect(page(3)).toEqual({ data: ['A', 'B', 'C'], nextCursor: null });
    expect(page(3, [])).toEqual({ data: [], nextCursor: null });
  });

  it('walks over everything once, whatever the page size', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (ids, limit) => {
          const sorted = [...ids].sort((a, b) => a - b);
          const seen: number[] = [];
          let cursor: string | null | undefined;
          do {
            const after = Number(decodeCursor(cursor ?? undefined, 1)?.[0] ?? 0);
            const found = pageOf(
              sorted.filter((id) => id > after).slice(0, limit + 1),
              limit,
              (id) => [String(id)],
              (id) => id,
            );
            seen.push(...found.data);
            cursor = found.nextCursor;
          } while (cursor);
          expect(seen).toEqual(sorted);
        },
      ),
    );
  });
});
