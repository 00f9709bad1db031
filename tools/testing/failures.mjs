import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../runtime/project.mjs';

const linesOfEach = 12;

/** What to print of one failure: where it is, its name, and how its message begins. */
const told = (file, name, message = '') => {
  const [first, ...rest] = stripVTControlCharacters(message).trim().split('\n').slice(0, linesOfEach);
  return [`${relative(root, file)} › ${name}`, ...[first, ...rest].filter(Boolean).map((line) => `    ${line}`)].join(
    '\n',
  );
};

/**
 * The failures of a Jest run, each with the beginning of its message.
 * @param {object | undefined} report content of --outputFile
 * @returns {string[]}
 */
export const jestFailures = (report) =>
  (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length > 0) return failed.map((one) => told(name, one.fullName, one.failureMessages[0]));
    return message ? [told(name, 'could not be loaded', message)] : [];
  });

/**
 * The failures of a Playwright run; a test that passed when tried again is none.
 * @param {object | undefined} report the JSON reporter's
 * @returns {string[]}
 */
export function playwrightFailures(report) {
  const inSuite = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName, results }) =>
          told(suite.file, `${spec.title} (${projectName})`, results.at(-1)?.error?.message),
        ),
    ),
    ...(suite.suites ?? []).flatMap(inSuite),
  ];
  return [
    ...(report?.errors ?? []).map(({ message }) => told(root, 'outside the tests', message)),
    ...(report?.suites ?? []).flatMap(inSuite),
  ];
}
