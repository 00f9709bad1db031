import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { Config } from '../config/config.js';
import { Transaction } from '../database/transaction.js';
import { newId } from '../ids/uuid.js';
import { Courtesy } from './courtesy.js';
import { JobRunner } from './job-runner.js';
import { NudgeQueues } from './nudge-queues.js';
import { OwnWorkers } from './own-workers.js';
import { Waker } from './waker.js';

let context: ModuleContext;
let away: NudgeQueues;
beforeAll(async () => {
  context = await startModules([]);
  away = new NudgeQueues({ ...context.module.get(Config), redisUrl: 'redis://127.0.0.1:1' } as Config);
});
afterAll(async () => {
  await away.onApplicationShutdown();
  await context.close();
});

const transactionId = async (): Promise<string> => {
  const [row] = await context.module
    .get(Transaction)
    .manager()
    .query<{ id: string }[]>('select pg_current_xact_id()::text as id');
  return row?.id ?? '';
};

describe('a job of this very process', () => {
  it('is woken without Redis, and never works in the transaction of whoever wakes it', async () => {
    const own = new OwnWorkers();
    const waker = new Waker(away, own);
    const heard: string[] = [];
    let done: Promise<void> = Promise.resolve();
    own.register('near', () => {
      done = transactionId().then((id) => void heard.push(id));
    });
    const around = await context.module.get(Transaction).run(async () => {
      waker.wake('near');
      await done;
      return transactionId();
    });
    expect(heard).toHaveLength(1);
    expect(heard).not.toContain(around);
  });

  it('looks once more for every wake, however close to the end of its round it comes', async () => {
    const own = new OwnWorkers();
    const queues = new NudgeQueues(context.module.get(Config));
    const none = { getProviders: () => [] } as unknown as ConstructorParameters<typeof JobRunner>[1];
    const runner = new JobRunner(context.module.get(Config), none, queues, new Courtesy(), own);
    const name = `test-${newId()}`;
    const wakeAfter = async (steps: number) => {
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      own.wake(name);
    };
    const LAST = 40;
    await new Promise<void>((finished) => {
      let runs = 0;
      const run = (): Promise<number> => {
        runs += 1;
        if (runs <= LAST) void wakeAfter(runs);
        else finished();
        return Promise.resolve(0);
      };
      runner.start({ name, sweepMs: 3_600_000, run });
    });
    while ((await queues.of(name).getWorkers()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await runner.onApplicationShutdown();
    await queues.onApplicationShutdown();
  });

  it('is woken no more once the process stops, and others never were its own', () => {
    const own = new OwnWorkers();
    own.register('near', () => undefined);
    expect([own.wake('near'), own.wake('far')]).toEqual([true, false]);
    own.forgetAll();
    expect(own.wake('near')).toBe(false);
  });
});
