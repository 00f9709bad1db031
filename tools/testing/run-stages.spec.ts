import { describe, expect, it, jest } from '@jest/globals';
import { runStages, standsOn } from './run-stages.mjs';
import { chosenStages } from './stages.mjs';

const passing = { passed: 1, failed: 0, skipped: 0 };
const stage = (name: string, run: () => Promise<typeof passing>, needs: ('build' | 'servers')[] = []) => ({
  name,
  groups: [name],
  needs,
  present: () => true,
  run,
});

describe('runStages', () => {
  it('goes on after a failing stage and counts a crash as one failure', async () => {
    const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const results = await runStages(
      [
        stage('build', () => Promise.reject(new Error('no space left'))),
        stage('e2e', () => Promise.resolve(passing), ['build']),
        stage('unit', () => Promise.resolve(passing)),
      ],
      () => Promise.resolve({ reports: '', environment: {}, template: {}, skipBrowser: false }),
    );
    out.mockRestore();
    err.mockRestore();
    expect(results.map(({ name, counts, why }) => [name, counts.passed, counts.failed, why])).toEqual([
      ['build', 0, 1, 'no space left'],
      ['e2e', 0, 1, 'needs build'],
      ['unit', 1, 0, undefined],
    ]);
  });
});

describe('standsOn', () => {
  it('lets the migrations themselves stand on the build alone', () => {
    expect(standsOn(stage('migrations', () => Promise.resolve(passing), ['build', 'servers']))).toEqual(['build']);
    expect(standsOn(stage('e2e', () => Promise.resolve(passing), ['build', 'servers']))).toEqual([
      'build',
      'migrations',
    ]);
  });
});

describe('chosenStages', () => {
  const all = [
    { ...stage('lint', () => Promise.resolve(passing)) },
    { ...stage('build', () => Promise.resolve(passing)), groups: ['e2e', 'browser'] },
    { ...stage('e2e', () => Promise.resolve(passing)) },
    { ...stage('browser', () => Promise.resolve(passing)), present: () => false },
  ];
  const names = (only: string[]) => chosenStages(all, only).map(({ name }) => name);

  it('leaves out what has not been written', () => expect(names([])).toEqual(['lint', 'build', 'e2e']));

  it('takes along what the chosen ones stand on', () => expect(names(['e2e'])).toEqual(['build', 'e2e']));
});
