import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { startProvider } from '../../channels/testing/scripted-provider.js';
import { GraphBreaker } from './graph-breaker.js';
import type { GraphAnswer } from './graph-exchange.js';
import { cloudConnection } from './testing/cloud-connection.js';
import { WhatsappCloudAdapter } from './whatsapp-cloud.adapter.js';

const ORIGIN = 'https://graph.example';
const REST_MS = 1000;
const answer = (status: number): GraphAnswer => ({ kind: 'answered', status, headers: {}, body: undefined });
const LOST: GraphAnswer = { kind: 'lost', reason: 'deadline' };
const NOT_SENT: GraphAnswer = { kind: 'not_sent', code: 'ECONNREFUSED' };
const OPEN: GraphAnswer = { kind: 'not_sent', code: 'circuit_open', retryAfterMs: REST_MS };

const breakers: GraphBreaker[] = [];
afterEach(() => {
  for (const breaker of breakers.splice(0)) breaker.close();
  jest.useRealTimers();
});

function breaker(): { run: (outcome: GraphAnswer, origin?: string) => Promise<GraphAnswer>; called: () => number } {
  jest.useFakeTimers();
  const made = new GraphBreaker({ calls: 4, failedPercent: 50, windowMs: 10_000, restMs: REST_MS });
  breakers.push(made);
  let called = 0;
  return {
    called: () => called,
    run: (outcome, origin = ORIGIN) =>
      made.run(origin, () => {
        called += 1;
        return Promise.resolve(outcome);
      }),
  };
}

async function times(count: number, act: () => Promise<GraphAnswer>): Promise<GraphAnswer[]> {
  const answers: GraphAnswer[] = [];
  for (let time = 0; time < count; time += 1) answers.push(await act());
  return answers;
}

describe('a provider that does not answer any more', () => {
  it.each([
    ['fails', answer(503)],
    ['loses answers', LOST],
    ['cannot be reached', NOT_SENT],
  ])('and %s is told of as it is, until nobody calls it any more', async (_what, outcome) => {
    const { run, called } = breaker();
    expect(await times(4, () => run(outcome))).toEqual([outcome, outcome, outcome, outcome]);
    expect(await times(3, () => run(answer(200)))).toEqual([OPEN, OPEN, OPEN]);
    expect(called()).toBe(4);
  });

  it('is asked once after the rest, and is called again when it answers', async () => {
    const { run, called } = breaker();
    await times(4, () => run(LOST));
    jest.advanceTimersByTime(REST_MS);
    expect(await run(answer(200))).toEqual(answer(200));
    expect(await times(3, () => run(answer(200)))).toEqual([answer(200), answer(200), answer(200)]);
    expect(called()).toBe(8);
  });

  it('rests again when that call fails too', async () => {
    const { run, called } = breaker();
    await times(4, () => run(LOST));
    jest.advanceTimersByTime(REST_MS);
    expect(await run(answer(500))).toEqual(answer(500));
    expect(await run(answer(200))).toEqual(OPEN);
    expect(called()).toBe(5);
  });
});

describe('what is no reason to stop', () => {
  it.each([400, 401, 404, 429])('is the answer %i: it refuses one message', async (status) => {
    const { run } = breaker();
    expect(await times(12, () => run(answer(status)))).toEqual(Array.from({ length: 12 }, () => answer(status)));
  });

  it('is one failure among few calls, or few among many', async () => {
    const { run } = breaker();
    await times(3, () => run(LOST));
    expect(await times(9, () => run(answer(200)))).not.toContainEqual(OPEN);
    await times(2, () => run(LOST));
    expect(await run(answer(200))).toEqual(answer(200));
  });

  it('is another provider that is down', async () => {
    const { run } = breaker();
    await times(5, () => run(LOST));
    expect(await run(answer(200), 'https://other.example')).toEqual(answer(200));
  });

  it('is a fault of our own: it is thrown to the caller', async () => {
    jest.useFakeTimers();
    const made = new GraphBreaker();
    breakers.push(made);
    await expect(made.run(ORIGIN, () => Promise.reject(new TypeError('no such thing')))).rejects.toThrow(TypeError);
  });
});

describe('the adapter, while its provider is down', () => {
  it('says that nothing left and when to try again, so that the message waits instead of failing', async () => {
    const provider = await startProvider(() => ({ status: 503, body: {} }));
    const adapter = new WhatsappCloudAdapter();
    const message = {
      correlationId: 'attempt-1',
      to: { identities: [], phone: '+5491155501234' },
      content: { type: 'text' as const, text: 'Hola' },
    };
    try {
      for (let time = 0; time < 20; time += 1) await adapter.send(cloudConnection(provider.baseUrl), message);
      const outcome = await adapter.send(cloudConnection(provider.baseUrl), message);
      expect(outcome).toEqual({
        kind: 'failed',
        failure: {
          code: 'circuit_open',
          class: 'retry',
          reason: 'provider_down',
          title: 'WhatsApp cannot be reached.',
          retryAfterMs: 5000,
        },
      });
      expect(provider.requests).toHaveLength(20);
    } finally {
      await adapter.close();
      await provider.close();
    }
  });
});
