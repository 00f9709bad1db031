import { describe, expect, it } from '@jest/globals';
import { LEAD_SORTS } from '../search';
import { sortAsked, sortOf } from './lead-table';

describe('the order of the table', () => {
  it.each([
    [undefined, 'activity', 'descending'],
    ['lastActivityAt', 'activity', 'ascending'],
    ['-value', 'value', 'descending'],
    ['-completeness', 'completeness', 'descending'],
    ['createdAt', 'activity', 'ascending'],
  ] as const)('%s stands at %s, %s', (sort, column, direction) => expect(sortOf(sort)).toEqual({ column, direction }));

  it.each([
    ['activity', 'ascending', 'lastActivityAt'],
    ['activity', 'descending', '-lastActivityAt'],
    ['value', 'ascending', '-value'],
    ['value', 'descending', '-value'],
    ['completeness', 'ascending', '-completeness'],
    ['unheard-of', 'ascending', '-lastActivityAt'],
  ] as const)('a press on %s %s asks for %s', (column, direction, sort) =>
    expect(sortAsked({ column, direction })).toBe(sort),
  );

  it('only asks for what the address may hold', () => {
    for (const column of ['activity', 'value', 'completeness'])
      for (const direction of ['ascending', 'descending'] as const)
        expect(LEAD_SORTS).toContain(sortAsked({ column, direction }));
  });
});
