import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { Transaction } from '../database/transaction.js';
import { defineEvent, type EventItem } from './domain-event.js';
import { EventLog } from './event-log.js';
import { ListenerCursor } from './listener-cursor.js';
import { Outbox } from './outbox.js';
import { RunListener } from './run-listener.js';

const happened = defineEvent('test.happened', z.object({ n: z.number() }));
const other = defineEvent('test.other', z.object({ n: z.number() }));

let context: ModuleContext;
let transaction: Transaction;
let outbox: Outbox;
let log: EventLog;
beforeAll(async () => {
  context = await startModules([]);
  [transaction, outbox, log] = [
    context.module.get(Transaction),
    context.module.get(Outbox),
    context.module.get(EventLog),
  ];
  await context.sql.rows('create table heard (listener text, n int, primary key (listener, n))');
});
beforeEach(async () => {
  await context.sql.rows('truncate heard, outbox, event_log, listener_cursor, parked_event');
  await context.sql.rows('update event_sequence set last_seq = 0');
});
afterAll(() => context.close());

const tell = (event: typeof happened, ...numbers: number[]) =>
  transaction.run(() =>
    outbox.append(
      event,
      numbers.map((n) => ({ n })),
    ),
  );
const relay = () => log.moveFromOutbox(200);
const heard = async (listener = 'ears') =>
  (await context.sql.rows<{ n: number }>('select n from heard where listener = $1 order by n', [listener])).map(
    ({ n }) => n,
  );
const cursorOf = async (listener = 'ears') =>
  (await context.sql.one<{ seq: string }>('select seq from listener_cursor where listener = $1', [listener]))?.seq;

interface Ears {
  run: RunListener;
  batches: number[][];
}

/** A listener that writes down what it hears, and fails as it is told. */
async function ears(fail: (n: number) => Error | undefined = () => undefined, name = 'ears'): Promise<Ears> {
  const batches: number[][] = [];
  const cursor = context.module.get(ListenerCursor);
  await cursor.ensure(name);
  const handle = async (batch: readonly EventItem[]): Promise<void> => {
    const numbers = batch.map(({ data }) => (data as { n: number }).n);
    batches.push(numbers);
    for (const n of numbers) {
      await context.sql.rows('insert into heard (listener, n) values ($1, $2)', [name, n]);
      const error = fail(n);
      if (error) throw error;
    }
  };
  const logger = new Logger('test');
  logger.error = () => undefined;
  return { batches, run: new RunListener({ name, events: [happened], handle }, { transaction, log, cursor, logger }) };
}

async function drain({ run }: Ears): Promise<void> {
  while ((await run.next()) > 0);
}

describe('the outbox', () => {
  it('takes nothing outside a transaction', async () => {
    await expect(outbox.append(happened, [{ n: 1 }])).rejects.toThrow('outside a transaction');
  });

  it('takes nothing that does not fit its schema', async () => {
    await expect(transaction.run(() => outbox.append(happened, [{ n: 'x' as unknown as number }]))).rejects.toThrow();
    expect(await context.appended('test.happened')).toEqual([]);
  });

  it('forgets what a failed transaction appended', async () => {
    await transaction
      .run(async () => {
        await outbox.append(happened, [{ n: 1 }]);
        throw new Error('x');
      })
      .catch(() => undefined);
    expect(await context.appended('test.happened')).toEqual([]);
  });

  it('gives each item one number in the order of writing, also when several relays run', async () => {
    for (let n = 0; n < 30; n += 3) await tell(happened, n, n + 1, n + 2);
    const moved = await Promise.all(Array.from({ length: 4 }, () => log.moveFromOutbox(4)));
    while ((await relay()).length > 0);
    expect(moved.flat().length).toBeGreaterThan(0);
    const { items } = await log.read(['test.happened'], '0', await log.end(), 100);
    expect(items.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(items.map(({ data }) => (data as { n: number }).n).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index),
    );
  });
});

describe('a listener', () => {
  it('hears its events once and in order, whatever else happens', async () => {
    const mine = await ears();
    await tell(happened, 1, 2);
    await tell(other, 100);
    await tell(happened, 3);
    await relay();
    await drain(mine);
    await drain(mine);
    expect(mine.batches).toEqual([[1, 2, 3]]);
    expect(await heard()).toEqual([1, 2, 3]);
    expect(await cursorOf()).toBe('4');
  });

  it('writes together with its cursor: a crash repeats the batch, not its effects', async () => {
    let crashes = 1;
    const mine = await ears(() => (crashes-- > 0 ? Object.assign(new Error('gone'), { code: '57P01' }) : undefined));
    await tell(happened, 1, 2);
    await relay();
    await expect(mine.run.next()).rejects.toThrow('gone');
    expect([await heard(), await cursorOf()]).toEqual([[], '0']);
    await drain(mine);
    expect([await heard(), await cursorOf()]).toEqual([[1, 2], '2']);
  });

  it('parks only the poison and goes on', async () => {
    const mine = await ears((n) => (n === 5 || n === 12 ? new TypeError(`no ${n}`) : undefined));
    await tell(happened, ...Array.from({ length: 16 }, (_, n) => n));
    await relay();
    await drain(mine);
    expect(await heard()).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 13, 14, 15]);
    expect(await context.sql.rows('select topic, seq, item, error from parked_event order by seq')).toEqual([
      { topic: 'test.happened', seq: '6', item: { n: 5 }, error: 'TypeError: no 5' },
      { topic: 'test.happened', seq: '13', item: { n: 12 }, error: 'TypeError: no 12' },
    ]);
    expect(await cursorOf()).toBe('16');
  });

  it('tries poison again before it gives up', async () => {
    let failures = 2;
    const mine = await ears((n) => (n === 1 && failures-- > 0 ? new Error('flaky') : undefined));
    await tell(happened, 1);
    await relay();
    await drain(mine);
    expect(await heard()).toEqual([1]);
    expect(await context.sql.rows('select 1 from parked_event')).toEqual([]);
  });

  it('parks nothing while the database is away', async () => {
    const mine = await ears(() => Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    await tell(happened, 1);
    await relay();
    for (let time = 0; time < 5; time += 1) await expect(mine.run.next()).rejects.toThrow('away');
    expect([await context.sql.rows('select 1 from parked_event'), await cursorOf()]).toEqual([[], '0']);
  });

  it('works in one process at a time', async () => {
    const [one, two] = [await ears(), await ears()];
    for (let n = 0; n < 300; n += 10) await tell(happened, ...Array.from({ length: 10 }, (_, index) => n + index));
    await relay();
    await Promise.all([drain(one), drain(two)]);
    await drain(one);
    expect(await heard()).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  it('does not wait for another one that fails', async () => {
    const [bad, good] = [await ears(() => new Error('never'), 'bad'), await ears(() => undefined, 'good')];
    await tell(happened, 1, 2);
    await relay();
    await Promise.all([drain(bad), drain(good)]);
    expect([await heard('good'), await heard('bad')]).toEqual([[1, 2], []]);
    expect(await context.sql.rows('select listener, seq from parked_event order by seq')).toEqual([
      { listener: 'bad', seq: '1' },
      { listener: 'bad', seq: '2' },
    ]);
  });
});
