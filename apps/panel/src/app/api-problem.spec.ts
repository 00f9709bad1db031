import { describe, expect, it } from '@jest/globals';
import { addressOf } from './api';
import { readProblem } from './api-problem';
import { worthRetrying } from './query-client';
import { ApiProblem } from './api-problem';

describe('reading a refusal', () => {
  it('takes code, detail, request id, fields and whatever else the problem carries', () => {
    const problem = readProblem(409, {
      type: 'urn:hilo:problem:already_claimed',
      title: 'Not possible now',
      status: 409,
      instance: '/api/v1/x',
      code: 'already_claimed',
      detail: 'Paula has it.',
      requestId: 'r-1',
      errors: [{ path: '/assigneeId', message: 'taken' }, 'nonsense'],
      assignee: { id: 'u2' },
    });
    expect(problem).toMatchObject({ code: 'already_claimed', status: 409, detail: 'Paula has it.', requestId: 'r-1' });
    expect(problem.errors).toEqual([{ path: '/assigneeId', message: 'taken' }]);
    expect(problem.extra).toEqual({ assignee: { id: 'u2' } });
  });

  it('makes something useful of an answer that is not a problem', () => {
    expect(readProblem(502, undefined)).toMatchObject({ code: 'unavailable', status: 502, unanswered: true });
    expect(readProblem(401, 'no')).toMatchObject({ code: 'unauthorized', unanswered: false });
    expect(readProblem(418, {}).code).toBe('refused');
  });

  it('reads how long to wait from the header when the body does not say', () => {
    expect(readProblem(429, {}, '12').extra).toEqual({ retryAfterS: 12 });
    expect(readProblem(429, { retryAfterS: 3 }, '12').extra).toEqual({ retryAfterS: 3 });
    expect(readProblem(429, {}, 'Fri, 20 Nov 2026 10:00:00 GMT').extra).toEqual({});
  });
});

describe('asking again', () => {
  it('retries what got no answer, twice, and nothing that was answered', () => {
    const away = new ApiProblem('network', 0, '');
    expect([0, 1, 2].map((failures) => worthRetrying(failures, away))).toEqual([true, true, false]);
    expect(worthRetrying(0, new ApiProblem('not_found', 404, ''))).toBe(false);
    expect(worthRetrying(0, new Error('a bug'))).toBe(false);
  });
});

describe('addresses', () => {
  it('leaves out what is empty and repeats lists', () => {
    expect(addressOf('/leads', { q: '', state: 'new', tag: ['a', 'b'], unread: false, cursor: null })).toBe(
      '/api/v1/leads?state=new&tag=a&tag=b&unread=false',
    );
    expect(addressOf('/me')).toBe('/api/v1/me');
  });
});
