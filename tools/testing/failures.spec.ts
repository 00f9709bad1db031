import { describe, expect, it } from '@jest/globals';
import { inProject } from '../runtime/project.mjs';
import { jestFailures, playwrightFailures } from './failures.mjs';

const file = inProject('apps', 'api', 'src', 'some.spec.ts');

describe('jestFailures', () => {
  const passed = { status: 'passed', fullName: 'door opens', failureMessages: [] };

  it('names file and test, with the beginning of the message in plain letters', () => {
    const long = `\u001b[31mexpected 2\u001b[39m\n${'at somewhere\n'.repeat(40)}`;
    const failed = { status: 'failed', fullName: 'door closes', failureMessages: [long] };
    const [one, ...others] = jestFailures({
      testResults: [{ name: file, message: 'all', assertionResults: [passed, failed] }],
    });
    expect(others).toEqual([]);
    expect(one?.split('\n').slice(0, 2)).toEqual(['apps/api/src/some.spec.ts › door closes', '    expected 2']);
    expect(one?.split('\n')).toHaveLength(13);
  });

  it('names a file that could not be loaded', () => {
    expect(jestFailures({ testResults: [{ name: file, message: 'Unexpected token', assertionResults: [] }] })).toEqual([
      'apps/api/src/some.spec.ts › could not be loaded\n    Unexpected token',
    ]);
  });

  it('is silent about what passed, and without a report', () => {
    expect(jestFailures({ testResults: [{ name: file, message: '', assertionResults: [passed] }] })).toEqual([]);
    expect(jestFailures(undefined)).toEqual([]);
  });
});

describe('playwrightFailures', () => {
  const test = (status: string, message?: string) => ({
    projectName: 'phone',
    status,
    results: [{ error: { message: 'first try' } }, { error: message === undefined ? undefined : { message } }],
  });

  it('tells the last try of what failed, however deep, and nothing of what passed in the end', () => {
    const suites = [
      {
        file,
        specs: [{ title: 'a click', tests: [test('flaky'), test('expected')] }],
        suites: [{ file, specs: [{ title: 'an answer', tests: [test('unexpected', 'no answer')] }] }],
      },
    ];
    expect(playwrightFailures({ suites })).toEqual(['apps/api/src/some.spec.ts › an answer (phone)\n    no answer']);
  });

  it('tells what broke outside the tests', () => {
    expect(playwrightFailures({ errors: [{ message: 'no browser' }] })).toEqual([
      ' › outside the tests\n    no browser',
    ]);
  });

  it('is empty without a report', () => expect(playwrightFailures(undefined)).toEqual([]));
});
