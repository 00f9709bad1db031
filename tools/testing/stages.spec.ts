import { describe, expect, it } from '@jest/globals';
import { groups } from './arguments.mjs';
import { standsOn } from './run-stages.mjs';
import { chosenStages, stages } from './stages.mjs';

const namesOf = (only: string[]): string[] => chosenStages(stages, only).map(({ name }: { name: string }) => name);

describe('the stages of a run', () => {
  it('are all of them when nothing is chosen, what fails fastest first', () => {
    const names = namesOf([]);
    expect(names.slice(0, 4)).toEqual(['lint', 'format', 'typecheck', 'house']);
    expect(names).toEqual(
      expect.arrayContaining([
        'build',
        'migrations',
        'migration drift',
        'openapi.json',
        'unit',
        'integration',
        'e2e',
        'panel',
        'browser',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['unit', ['unit']],
    ['panel', ['panel']],
    ['lint', ['lint', 'format', 'typecheck', 'house']],
    ['integration', ['build', 'migrations', 'integration']],
    ['e2e', ['build', 'migrations', 'e2e']],
    ['browser', ['build', 'migrations', 'browser']],
  ])('of %s are these and what they stand on', (group, names) => {
    expect(namesOf([group])).toEqual(names);
  });

  it('of several groups are each once', () => {
    expect(namesOf(['unit', 'integration', 'e2e'])).toEqual(['build', 'migrations', 'unit', 'integration', 'e2e']);
  });

  it('of every word that may be given are some', () => {
    for (const group of groups) expect(namesOf([group]).length).toBeGreaterThan(0);
  });

  it('leave out what has not been written', () => {
    const absent = [
      {
        name: 'x',
        groups: ['unit'],
        present: () => false,
        run: () => Promise.resolve({ passed: 0, failed: 0, skipped: 0 }),
      },
    ];
    expect(chosenStages(absent, [])).toEqual([]);
  });

  it('come after everything they stand on', () => {
    const names = namesOf([]);
    for (const stage of stages)
      for (const below of standsOn(stage)) expect(names.indexOf(below)).toBeLessThan(names.indexOf(stage.name));
  });
});
