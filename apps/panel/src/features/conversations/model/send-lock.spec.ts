import { describe, expect, it } from '@jest/globals';
import { mayLeave } from './send-lock';

describe('sending right after another conversation came up', () => {
  it('waits 300 ms', () => {
    expect([mayLeave(1000, 1299), mayLeave(1000, 1300)]).toEqual([false, true]);
  });
});
