import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { Config } from '../config/config.js';
import { Transaction } from '../database/transaction.js';
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
  const [row] = await context.module.get(Transaction).manager().query<{ id: string }[]>('select pg_current_xact_id()::text as id');
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

  it('is woken no more once the process stops, and others never were its own', () => {
    const own = new OwnWorkers();
    own.register('near', () => undefined);
    expect([own.wake('near'), own.wake('far')]).toEqual([true, false]);
    own.forgetAll();
    expect(own.wake('near')).toBe(false);
  });
});
