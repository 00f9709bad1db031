import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { newId } from '../ids/uuid.js';
import { RateLimit } from './rate-limit.js';

let context: ModuleContext;
let limit: RateLimit;
beforeAll(async () => {
  context = await startModules([]);
  limit = context.module.get(RateLimit);
});
afterAll(() => context.close());

describe('counts in a window', () => {
  it('allow so many, also when they come at once', async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => limit.count(key, 4, 60_000)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(4);
    expect(answers.map(({ remaining }) => remaining)).toEqual([3, 2, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(answers[0]).toMatchObject({ limit: 4, resetS: 60 });
  });

  it('begin anew when they are reset, and do not touch each other', async () => {
    const [mine, other] = [newId(), newId()];
    await limit.count(mine, 1, 60_000);
    await limit.reset(mine);
    expect((await limit.count(mine, 1, 60_000)).allowed).toBe(true);
    expect((await limit.count(other, 1, 60_000)).allowed).toBe(true);
    expect((await limit.count(mine, 1, 60_000)).allowed).toBe(false);
  });
});

describe('a bucket of tokens', () => {
  it('gives its burst once, then says how long to wait', async () => {
    const key = newId();
    // So slow that nothing refills meanwhile.
    expect(await limit.take(key, 0.001, 5, 3)).toEqual({ taken: 3, waitMs: 0 });
    expect(await limit.take(key, 0.001, 5, 3)).toEqual({ taken: 2, waitMs: 0 });
    const empty = await limit.take(key, 0.001, 5, 3);
    expect(empty.taken).toBe(0);
    expect(empty.waitMs).toBeGreaterThan(900_000);
  });

  it('never gives more than it has, however many ask', async () => {
    const key = newId();
    const taken = await Promise.all(Array.from({ length: 20 }, () => limit.take(key, 0.001, 30, 4)));
    expect(taken.reduce((sum, one) => sum + one.taken, 0)).toBe(30);
  });
});

describe('without Redis', () => {
  it('nothing is refused, and buckets give one at a time', async () => {
    const alone = new RateLimit({ redisUrl: 'redis://127.0.0.1:1' } as ConstructorParameters<typeof RateLimit>[0]);
    expect(await alone.count('x', 1, 1000)).toMatchObject({ allowed: true });
    expect(await alone.take('x', 10, 10, 5)).toEqual({ taken: 1, waitMs: 0 });
    expect(await alone.ping()).toBe(false);
    await alone.reset('x');
    await alone.onApplicationShutdown();
  });
});
