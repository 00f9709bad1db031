/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const none = { passed: 0, failed: 0, skipped: 0 };

/** @param {Counts[]} all @returns {Counts} */
export const sum = (all) =>
  all.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    none,
  );

/** The last line of `npm test`. @param {Counts} counts */
export const countsLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * What a Jest run came to. A file that could not even be loaded is one failure; so is a run without a report.
 * @param {object | undefined} report content of --outputFile
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countJest(report, exitCode) {
  if (!report) return { ...none, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What a Playwright run came to. A test that passed only when tried again failed.
 * @param {object | undefined} report the JSON reporter's
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  if (!report?.stats) return { ...none, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + (report.errors?.length ?? 0);
  return { passed: expected, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped };
}

/** How many tests `playwright test --list` named. @param {object | undefined} report */
export function countListed(report) {
  const inSuite = (suite) =>
    (suite.specs ?? []).reduce((total, spec) => total + spec.tests.length, 0) +
    (suite.suites ?? []).reduce((total, inner) => total + inSuite(inner), 0);
  return (report?.suites ?? []).reduce((total, suite) => total + inSuite(suite), 0);
}
