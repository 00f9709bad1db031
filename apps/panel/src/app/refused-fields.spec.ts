import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './api-problem';
import { isRefused, isStale, refusedFields, refusedPaths } from './refused-fields';

const refused = (...paths: string[]) =>
  new ApiProblem(
    'validation_failed',
    400,
    '',
    null,
    paths.map((path) => ({ path, message: 'x' })),
  );

describe('what the server refused of a form', () => {
  const problem = refused('/budget/amount', '/budget/currency', '/city', '');

  it('is told by pointer, in the server`s order', () => {
    expect(refusedPaths(problem)).toEqual(['/budget/amount', '/budget/currency', '/city', '']);
  });

  it('is told by field, each once; a refusal of the whole body names none', () => {
    expect(refusedFields(problem)).toEqual(['budget', 'city']);
    expect(refusedFields(refused(''))).toEqual([]);
  });

  it.each([
    ['/budget', true],
    ['/budget/amount', true],
    ['/budget/amount/x', false],
    ['/bud', false],
    ['/city', true],
    ['/cities', false],
  ])('%s or what is inside it: %s', (pointer, expected) => expect(isRefused(problem, pointer)).toBe(expected));

  it.each([new TypeError('x'), null, undefined, 'x', new ApiProblem('network', 0, '')])(
    'is nothing where no field was named (%p)',
    (error) => {
      expect([refusedPaths(error), refusedFields(error), isRefused(error, '/city')]).toEqual([[], [], false]);
    },
  );

  it('is stale only when the version was', () => {
    expect([new ApiProblem('stale_version', 412, ''), problem, new TypeError('x')].map(isStale)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
