import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../app/api-problem';
import { refusedFields } from './field-errors';

describe('the fields that the server refused', () => {
  it('are named by the first segment of their pointers, each once', () => {
    const error = new ApiProblem('validation_failed', 400, '', null, [
      { path: '/budget/amount', message: 'x' },
      { path: '/budget/currency', message: 'x' },
      { path: '/city', message: 'x' },
      { path: '', message: 'x' },
    ]);
    expect(refusedFields(error)).toEqual(['budget', 'city']);
  });

  it('are none when it never answered', () => {
    expect(refusedFields(new TypeError('x'))).toEqual([]);
  });
});
