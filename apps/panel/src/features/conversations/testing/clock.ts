import { jest } from '@jest/globals';

const LEFT_REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Stops what the time is, and nothing that waits: moments are then the test's to choose. */
export function stopClock(now: number | string = Date.now()): { pass: (ms: number) => void; start: () => void } {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...LEFT_REAL] });
  return {
    pass: (ms) => void jest.setSystemTime(Date.now() + ms),
    start: () => void jest.useRealTimers(),
  };
}
