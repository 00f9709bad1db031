import { describe, expect, it } from '@jest/globals';
import { mayLeave } from './send-lock';

describe('sending right after another conversation came up', () => {
  it('keeps a draft back for 300 ms: the press may have been meant for the one before', () => {
    expect([mayLeave(1000, 1000, false), mayLeave(1000, 1299, false), mayLeave(1000, 1300, false)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('lets at once what was written since it came up', () => {
    expect(mayLeave(1000, 1000, true)).toBe(true);
  });
});
