import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { gathered } from './gathered';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const noted = (first: boolean) => {
  const done: number[] = [];
  const ask = gathered<number>(100, (latest) => done.push(latest), first);
  return { done, ask };
};

describe('a deed that many ask for', () => {
  it('is done once for a burst, a moment later, with what was said last', () => {
    const { done, ask } = noted(false);
    for (const one of [1, 2, 3]) ask(one);
    expect(done).toEqual([]);
    jest.advanceTimersByTime(100);
    expect(done).toEqual([3]);
    jest.advanceTimersByTime(1000);
    expect(done).toEqual([3]);
  });

  it('is done in a stream that never pauses', () => {
    const { done, ask } = noted(false);
    for (let at = 0; at < 1000; at += 10) {
      ask(at);
      jest.advanceTimersByTime(10);
    }
    expect(done).toEqual([90, 190, 290, 390, 490, 590, 690, 790, 890, 990]);
  });

  it('is done at once where that was wished, and once more for what came meanwhile', () => {
    const { done, ask } = noted(true);
    for (const one of [1, 2, 3]) ask(one);
    expect(done).toEqual([1]);
    jest.advanceTimersByTime(100);
    expect(done).toEqual([1, 3]);
    jest.advanceTimersByTime(500);
    ask(4);
    expect(done).toEqual([1, 3, 4]);
  });
});
