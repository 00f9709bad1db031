import { afterEach, describe, expect, it } from '@jest/globals';
import '../testing/browser-gaps';
import { fakeServer, type Answer, type Received } from '../testing/fake-server';
import { addressOf, request } from './api';
import { ApiProblem } from './api-problem';
import { createQueryClient, worthRetrying } from './query-client';
import { sessionEntered, sessionLeft, useSessionExpiry } from './session-expiry';

let server: ReturnType<typeof fakeServer> | undefined;
const answering = (answer: (request: Received) => Answer | Promise<Answer>) => (server = fakeServer(answer));
const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => error as ApiProblem,
  );

afterEach(() => {
  server?.close();
  sessionLeft();
});

describe('the address of a request', () => {
  it.each([
    [undefined, '/api/v1/leads'],
    [{}, '/api/v1/leads'],
    [{ q: '', state: null, owner: undefined }, '/api/v1/leads'],
    [{ limit: 0, archived: false }, '/api/v1/leads?limit=0&archived=false'],
    [{ tag: ['vip', 'norte'] }, '/api/v1/leads?tag=vip&tag=norte'],
    [{ q: 'María & co', tag: [] }, '/api/v1/leads?q=Mar%C3%ADa+%26+co'],
  ])('with %p is %s', (query, address) => {
    expect(addressOf('/leads', query)).toBe(address);
  });
});

describe('a request', () => {
  it('sends JSON as JSON, and its own headers with it', async () => {
    const { received } = answering(() => ({ body: { id: 'l1' } }));
    const created = await request('POST', '/links', { body: { name: 'Bio' }, headers: { 'idempotency-key': 'k1' } });
    expect(created).toEqual({ id: 'l1' });
    const [sent] = received;
    expect([
      sent?.headers.get('content-type'),
      sent?.headers.get('accept'),
      sent?.headers.get('idempotency-key'),
    ]).toEqual(['application/json', 'application/json', 'k1']);
    expect(sent?.body).toEqual({ name: 'Bio' });
  });

  it('lets the browser say what a file is, since only it knows the boundary', async () => {
    const { received } = answering(() => ({ body: {} }));
    const form = new FormData();
    form.set('file', new Blob(['x']), 'a.png');
    await request('POST', '/media', { body: form });
    expect(received[0]?.headers.get('content-type')).toBeNull();
    expect(received[0]?.body).toBe(form);
  });

  it('says nothing of a body it does not have, and gives nothing for an empty answer', async () => {
    const { received } = answering(() => ({ status: 204 }));
    expect(await request('DELETE', '/leads/1')).toBeUndefined();
    expect(received[0]?.headers.has('content-type')).toBe(false);
  });

  it('tells no answer from a refusal', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')));
    const problem = await problemOf(request('GET', '/leads'));
    expect(problem).toBeInstanceOf(ApiProblem);
    expect([problem.code, problem.status, problem.unanswered]).toEqual(['network', 0, true]);
  });

  it('lets an abort be an abort, so that nobody is told of a failure', async () => {
    answering(() => Promise.reject(new DOMException('gone', 'AbortError')));
    const error = await problemOf(request('GET', '/leads'));
    expect(error.name).toBe('AbortError');
    expect(error).not.toBeInstanceOf(ApiProblem);
  });

  it('brings every refused field, the words and the id of the request', async () => {
    answering(() => ({
      status: 400,
      body: {
        code: 'validation_failed',
        status: 400,
        detail: 'Some fields are wrong.',
        requestId: 'r-7',
        errors: [
          { path: '/name', message: 'is empty' },
          { path: '/phone', message: 'is no phone number' },
        ],
        limit: 5,
      },
    }));
    const problem = await problemOf(request('POST', '/contacts', { body: {} }));
    expect(problem).toMatchObject({ code: 'validation_failed', status: 400, requestId: 'r-7', extra: { limit: 5 } });
    expect(problem.errors.map((one) => one.path)).toEqual(['/name', '/phone']);
    expect(problem.unanswered).toBe(false);
  });

  it.each([
    [502, undefined, 'unavailable', true],
    [500, undefined, 'unavailable', false],
    [404, '<html>', 'refused', false],
    [401, undefined, 'unauthorized', false],
    [429, {}, 'too_many_requests', false],
  ])('makes a plain refusal of a %i whose body is no problem', async (status, body, code, unanswered) => {
    answering(() => ({ status, body }));
    const problem = await problemOf(request('GET', '/leads'));
    expect([problem.code, problem.status, problem.unanswered]).toEqual([code, status, unanswered]);
  });

  it('reads how long to wait from the header, unless the body says it', async () => {
    answering(({ path }) => ({
      status: 429,
      headers: { 'retry-after': '30' },
      body: path === '/both' ? { code: 'too_many_requests', retryAfterS: 5 } : { code: 'too_many_requests' },
    }));
    expect((await problemOf(request('GET', '/one'))).extra['retryAfterS']).toBe(30);
    expect((await problemOf(request('GET', '/both'))).extra['retryAfterS']).toBe(5);
  });

  it('reads no waiting time from a header that is a date', async () => {
    answering(() => ({ status: 503, headers: { 'retry-after': 'Fri, 20 Nov 2026 10:00:00 GMT' }, body: {} }));
    expect((await problemOf(request('GET', '/one'))).extra['retryAfterS']).toBeUndefined();
  });

  it('ends the session on a 401 of somebody who was in, and on no other refusal', async () => {
    sessionEntered();
    answering(({ path }) => ({ status: path === '/gone' ? 401 : 403, body: {} }));
    await problemOf(request('GET', '/closed'));
    expect(useSessionExpiry.getState().expired).toBe(false);
    await problemOf(request('GET', '/gone'));
    expect(useSessionExpiry.getState().expired).toBe(true);
  });
});

describe('asking again by itself', () => {
  const problem = (status: number) => new ApiProblem('x', status, '');

  it.each([
    [0, problem(0), true],
    [1, problem(503), true],
    [2, problem(503), false],
    [0, problem(500), false],
    [0, problem(404), false],
    [0, problem(429), false],
    [0, new Error('a bug of ours'), false],
  ])('after %i failures with %p is %p', (failures, error, again) => {
    expect(worthRetrying(failures, error)).toBe(again);
  });

  it('never repeats a write, nor asks for everything because the window was looked at', () => {
    const { mutations, queries } = createQueryClient().getDefaultOptions();
    expect(mutations?.retry).toBe(false);
    expect([queries?.refetchOnWindowFocus, queries?.refetchOnReconnect]).toEqual([false, false]);
  });
});
