import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { SystemClock } from '../clock/system-clock.js';
import { Config } from '../config/config.js';
import { PartitionedTables } from '../database/partitioned-tables.js';
import { newId } from '../ids/uuid.js';
import { Courtesy } from './courtesy.js';
import { JobRunner } from './job-runner.js';
import { KeepPartitionsJob } from './keep-partitions.job.js';
import { NudgeQueues } from './nudge-queues.js';
import { OwnWorkers } from './own-workers.js';
import { Waker } from './waker.js';
import type { WorkerJob } from './worker-job.js';

let context: ModuleContext;
beforeAll(async () => {
  // What fails on purpose need not be read.
  Logger.overrideLogger(false);
  context = await startModules([]);
});
afterAll(() => context.close());

let runner: JobRunner;
let queues: NudgeQueues;
const started: WorkerJob[] = [];
beforeEach(() => {
  queues = new NudgeQueues(context.module.get(Config));
  runner = runnerOn(queues);
  const start = runner.start.bind(runner);
  runner.start = (work) => {
    started.push(work);
    start(work);
  };
});
afterEach(async () => {
  for (const work of started.splice(0)) await listening(work);
  await runner.onApplicationShutdown();
  await queues.onApplicationShutdown();
});
/** Jobs are given by the test: none is discovered. */
function runnerOn(on: NudgeQueues): JobRunner {
  const nothing = { getProviders: () => [] } as unknown as ConstructorParameters<typeof JobRunner>[1];
  return new JobRunner(context.module.get(Config), nothing, on, new Courtesy(), new OwnWorkers());
}
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Until its worker has introduced itself: Bull does not bear to be closed before. */
async function listening(work: WorkerJob): Promise<void> {
  const queue = queues.of(work.name);
  await queue.isReady();
  while ((await queue.getWorkers()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

interface Scripted extends WorkerJob {
  runs: number;
  atOnce: number;
  mostAtOnce: number;
}
/** A job that says how many rows it handled, run by run. */
function job(script: (run: number) => number | Promise<number>, sweepMs = 3_600_000): Scripted {
  const scripted: Scripted = {
    name: `test-${newId()}`,
    sweepMs,
    runs: 0,
    atOnce: 0,
    mostAtOnce: 0,
    run: async () => {
      scripted.runs += 1;
      scripted.atOnce += 1;
      scripted.mostAtOnce = Math.max(scripted.mostAtOnce, scripted.atOnce);
      try {
        return await script(scripted.runs);
      } finally {
        scripted.atOnce -= 1;
      }
    },
  };
  return scripted;
}

describe('a job', () => {
  it('runs when its process starts, until nothing is left to do', async () => {
    const work = job((run) => (run < 4 ? 10 : 0));
    runner.start(work);
    await until(() => work.runs === 4);
    await listening(work);
    expect(work.mostAtOnce).toBe(1);
  });

  it('runs when it is nudged from any process', async () => {
    const work = job(() => 0);
    runner.start(work);
    await until(() => work.runs === 1);
    const elsewhere = new NudgeQueues(context.module.get(Config));
    elsewhere.nudge(work.name, 0);
    await until(() => work.runs >= 2);
    await elsewhere.onApplicationShutdown();
  });

  it('that is nudged while it runs looks once more, however often it was, and never runs twice at once', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const work = job(async (run) => {
      if (run === 1) await held;
      return 0;
    });
    runner.start(work);
    await until(() => work.runs === 1);
    let heard = 0;
    queues.of(work.name).on('completed', () => (heard += 1));
    for (let n = 0; n < 5; n += 1) queues.nudge(work.name, 0);
    await until(() => heard === 5);
    release();
    await until(() => work.runs >= 2);
    await runner.onApplicationShutdown();
    expect([work.runs, work.mostAtOnce]).toEqual([2, 1]);
  });

  it('rests behind a round as long as it wishes, so that what comes meanwhile is done together', async () => {
    const rows = [1];
    const rounds: number[] = [];
    const work: WorkerJob = {
      name: `test-${newId()}`,
      sweepMs: 3_600_000,
      run: () => {
        const found = rows.splice(0).length;
        if (found > 0) rounds.push(found);
        return Promise.resolve(found);
      },
      restMs: (handled) => {
        if (handled === 1) rows.push(2, 3, 4);
        return 20;
      },
    };
    runner.start(work);
    await listening(work);
    await until(() => rounds.length === 2);
    expect(rounds).toEqual([1, 3]);
  });

  it('that fails is tried again by its sweep, and the process goes on', async () => {
    const work = job((run) => {
      if (run < 3) throw new Error('the database is away');
      return 0;
    }, 20);
    runner.start(work);
    await until(() => work.runs >= 4);
    await listening(work);
  });

  it('sweeps by itself while Redis is away', async () => {
    const away = new NudgeQueues({ redisUrl: 'redis://127.0.0.1:1' } as Config);
    const alone = runnerOn(away);
    const work = job(() => 0, 20);
    alone.start(work);
    new Waker(away, new OwnWorkers()).wake(work.name);
    await until(() => work.runs >= 3);
    await alone.onApplicationShutdown();
    await away.onApplicationShutdown();
  });

  it('is let finish when the process stops, and begins nothing new', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const work = job(async () => {
      await held;
      return 10;
    });
    runner.start(work);
    await until(() => work.atOnce === 1);
    await listening(work);
    let stopped = false;
    const stopping = runner.onApplicationShutdown().then(() => (stopped = true));
    expect(stopped).toBe(false);
    release();
    await stopping;
    expect([work.atOnce, work.runs]).toEqual([0, 1]);
  });
});

describe('waking', () => {
  it('sends the first nudge at once and gathers those that follow', async () => {
    const name = `test-${newId()}`;
    const waker = new Waker(queues, new OwnWorkers());
    for (let n = 0; n < 200; n += 1) waker.wake(name);
    const queue = queues.of(name);
    await queue.isReady();
    let sent = 0;
    while (sent < 2) sent = await queue.count();
    expect(sent).toBeLessThan(20);
    await queue.obliterate({ force: true });
  });

  it('keeps workers apart, and delays what is for later', async () => {
    const [now, later] = [`test-${newId()}`, `test-${newId()}`];
    const waker = new Waker(queues, new OwnWorkers());
    waker.wake(now);
    waker.wake(later, 3_600_000);
    let counts = await queues.of(later).getJobCounts();
    while (counts.delayed === 0) counts = await queues.of(later).getJobCounts();
    expect([counts.waiting, counts.delayed]).toEqual([0, 1]);
    await queues.of(later).obliterate({ force: true });
    await queues.of(now).obliterate({ force: true });
  });

  it('carries nothing but the fact: the work stands in rows', async () => {
    const name = `test-${newId()}`;
    queues.nudge(name, 3_600_000);
    let [kept] = await queues.of(name).getDelayed();
    while (!kept) [kept] = await queues.of(name).getDelayed();
    expect(kept.data).toEqual({});
    await queues.of(name).obliterate({ force: true });
  });
});

describe('partitions', () => {
  const partitions = async (): Promise<string[]> =>
    (
      await context.sql.rows<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'monthly_of_test'::regclass order by 1`,
      )
    ).map(({ name }) => name);

  it('are made for this month and the three to come, over the end of a year, once', async () => {
    await context.sql
      .rows('create table monthly_of_test (id uuid, received_at timestamptz) partition by range (id)')
      .catch(() => undefined);
    const tables = new PartitionedTables();
    tables.register('no_such_table_of_test');
    tables.register('monthly_of_test');
    const clock = new SystemClock();
    clock.shiftTo(Date.UTC(2030, 10, 30, 23, 59) - Date.now());
    const keep = new KeepPartitionsJob(tables, context.sql, clock);
    expect(await keep.run()).toBe(0);
    expect(await keep.run()).toBe(0);
    const made = await partitions();
    for (const month of ['2030', '2031']) expect(made.some((name) => name.includes(month))).toBe(true);
    expect(made).toHaveLength(4);
  });
});
