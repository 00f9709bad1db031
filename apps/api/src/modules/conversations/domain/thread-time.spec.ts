import { describe, expect, it } from '@jest/globals';
import { threadTime } from './thread-time.js';

describe('threadTime', () => {
  it('never lets ours stand after what a customer wrote later in the same second', () => {
    const ours = threadTime(new Date('2026-11-20T12:00:40.500Z'));
    const theirs = new Date('2026-11-20T12:00:40.000Z');
    expect(ours <= theirs).toBe(true);
  });

  it('keeps the second', () => {
    expect(threadTime(new Date('2026-11-20T12:00:40.999Z')).toISOString()).toBe('2026-11-20T12:00:40.000Z');
  });
});
