import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { parseIfMatch } from './if-match.js';
import { explain } from './answer-problem.js';

const sqlError = (code: string) =>
  Object.assign(new Error('duplicate key value violates unique constraint "x" (phone)=(+593991112222)'), {
    code,
    detail: 'Key (phone)=(+593991112222)',
  });

describe('what a client hears of a failure', () => {
  it('is our own words for what we refuse', () => {
    expect(explain(new DomainError('window_closed', 409, 'Use a template.', { until: 1 }))).toMatchObject({
      code: 'window_closed',
      status: 409,
      detail: 'Use a template.',
      extra: { until: 1 },
    });
  });

  it('is the framework`s status with a code of ours', () => {
    expect(explain(new NotFoundException('Cannot GET /x'))).toMatchObject({ status: 404, code: 'not_found' });
    expect(explain(new BadRequestException('x'.repeat(500)))).toMatchObject({
      status: 400,
      detail: 'The request could not be understood.',
    });
    expect(explain({ statusCode: 413, message: 'Request body is too large' })).toMatchObject({
      status: 413,
      code: 'too_large',
    });
  });

  it.each(['57P01', '53300', '40001'])('is 503 while the database cannot (%s)', (code) => {
    expect(explain(sqlError(code))).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it.each(['22021', '22P05'])('is 400 for text that cannot be stored (%s)', (code) => {
    expect(explain(sqlError(code))).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it.each([sqlError('23505'), new TypeError('x'), 'text', { statusCode: 700 }])(
    'never tells of the inside',
    (error) => {
      const told = explain(error);
      expect(told).toMatchObject({ status: 500, code: 'internal_error', errors: [] });
      expect(JSON.stringify({ ...told })).not.toMatch(/phone|constraint|593/);
    },
  );
});

describe('If-Match', () => {
  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
    [' "0" ', 0],
    ['*', undefined],
    [undefined, undefined],
  ])('%p is version %p', (header, version) => {
    expect(parseIfMatch(header)).toBe(version);
  });

  it.each(['3', '"x"', '"1", "2"', '"-1"', '', '"99999999999"'])('%p is refused', (header) => {
    expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'invalid_if_match', status: 400 }));
  });
});
