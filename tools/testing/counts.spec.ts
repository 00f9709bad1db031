import { describe, expect, it } from '@jest/globals';
import { countJest, countListed, countPlaywright, countsLine, sum } from './counts.mjs';

const jest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

describe('countJest', () => {
  it('counts todo tests as skipped', () => expect(countJest(jest, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 }));

  it('counts a file that could not be loaded as one failure', () => {
    expect(countJest({ ...jest, numRuntimeErrorTestSuites: 2 }, 1).failed).toBe(2);
  });

  it('does not believe zero failures of a run that failed', () => expect(countJest(jest, 1).failed).toBe(1));

  it('counts a run without a report as one failure', () => {
    expect(countJest(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('countPlaywright', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };

  it('counts a test that passed only when tried again as failed', () => {
    expect(countPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts errors outside the tests', () => expect(countPlaywright({ stats, errors: [{}] }, 1).failed).toBe(3));

  it('counts a crash as one failure', () => expect(countPlaywright(undefined, 1).failed).toBe(1));
});

describe('countListed', () => {
  it('looks into nested suites', () => {
    const spec = { tests: [{}, {}] };
    expect(countListed({ suites: [{ specs: [spec], suites: [{ specs: [spec, spec] }] }, {}] })).toBe(6);
  });

  it('is none without a list', () => expect(countListed(undefined)).toBe(0));
});

describe('the last line', () => {
  it('adds the stages up', () => {
    const total = sum([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(countsLine(total)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
