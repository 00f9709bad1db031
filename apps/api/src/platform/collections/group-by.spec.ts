import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupBy } from './group-by.js';

describe('groupBy', () => {
  it('keeps every item once, in its group, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (items) => {
        const groups = groupBy(items, (item) => item % 5);
        expect([...groups.values()].flat().sort()).toEqual([...items].sort());
        for (const [key, group] of groups) expect(group).toEqual(items.filter((item) => item % 5 === key));
      }),
    );
  });
});
