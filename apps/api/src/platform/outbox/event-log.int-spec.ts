import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { SystemClock } from '../clock/system-clock.js';
import { Transaction } from '../database/transaction.js';
import { defineEvent, type EventItem, itemsOf } from './domain-event.js';
import { EventLog } from './event-log.js';
import { ForgetOldEventsJob } from './forget-old-events.job.js';
import { Outbox } from './outbox.js';
import { RelayOutboxJob } from './relay-outbox.job.js';

const happened = defineEvent('test.happened', z.object({ n: z.number() }));
const other = defineEvent('test.other', z.object({ n: z.number() }));
const DAY_MS = 86_400_000;

let context: ModuleContext;
let log: EventLog;
let relay: RelayOutboxJob;
beforeAll(async () => {
  context = await startModules([]);
  log = context.module.get(EventLog);
  relay = context.module.get(RelayOutboxJob, { strict: false });
});
afterAll(() => context.close());
beforeEach(async () => {
  await context.sql.rows('truncate outbox, event_log');
  await context.sql.rows('update event_sequence set last_seq = 0');
});

const tell = (event: typeof happened, ...numbers: number[]): Promise<void> =>
  context.module.get(Transaction).run(() =>
    context.module.get(Outbox).append(
      event,
      numbers.map((n) => ({ n })),
    ),
  );
const read = async (topics: string[], after = '0', rows = 1000) => log.read(topics, after, await log.end(), rows);
const numbers = (items: readonly EventItem[]): number[] => items.map(({ data }) => (data as { n: number }).n);
const seqs = (items: readonly EventItem[]): number[] => items.map(({ seq }) => Number(seq));

describe('the log', () => {
  it('ends at nothing and begins nowhere while nothing has happened', async () => {
    expect([await log.end(), await log.start()]).toEqual(['0', null]);
    expect(await read(['test.happened'])).toEqual({ items: [], complete: true });
  });

  it('keeps what is moved in the order in which it was written, numbered item by item', async () => {
    await tell(happened, 1, 2, 3);
    await tell(other, 10);
    await tell(happened, 4);
    await relay.run();
    const { items } = await read(['test.happened', 'test.other']);
    expect([numbers(items), seqs(items)]).toEqual([
      [1, 2, 3, 10, 4],
      [1, 2, 3, 4, 5],
    ]);
    expect([await log.start(), await log.end()]).toEqual(['1', '5']);
    expect(await context.sql.rows('select 1 from outbox')).toEqual([]);
  });

  it('is read by topic, and from the middle of a row', async () => {
    await tell(happened, 1, 2, 3);
    await tell(other, 10);
    await relay.run();
    expect(numbers((await read(['test.happened'], '1')).items)).toEqual([2, 3]);
    expect(numbers((await read(['test.other'])).items)).toEqual([10]);
    expect(numbers((await read(['test.nothing'])).items)).toEqual([]);
    expect(numbers((await read(['test.happened', 'test.other'], '3')).items)).toEqual([10]);
  });

  it('says when more is there than was asked for', async () => {
    for (let n = 0; n < 5; n += 1) await tell(happened, n);
    await relay.run();
    expect(await read(['test.happened'], '0', 3)).toMatchObject({ complete: false });
    expect(numbers((await read(['test.happened'], '0', 3)).items)).toEqual([0, 1, 2]);
    expect(await read(['test.happened'], '2', 4)).toMatchObject({ complete: true });
  });

  it('does not show what came after the end that was read', async () => {
    await tell(happened, 1);
    await relay.run();
    const end = await log.end();
    await tell(happened, 2);
    await relay.run();
    expect(numbers((await log.read(['test.happened'], '0', end, 100)).items)).toEqual([1]);
  });

  it('counts on beyond what JavaScript can count', async () => {
    await context.sql.rows('update event_sequence set last_seq = 9007199254740993');
    await tell(happened, 1, 2);
    await relay.run();
    const { items } = await read(['test.happened'], '9007199254740993');
    expect(items.map(({ seq }) => seq)).toEqual(['9007199254740994', '9007199254740995']);
  });

  it('has a moment for each item, typed and told apart by topic', async () => {
    await tell(happened, 1);
    await tell(other, 2);
    await relay.run();
    const { items } = await read(['test.happened', 'test.other']);
    expect(itemsOf(happened, items).map(({ data }) => data.n)).toEqual([1]);
    expect(items.every(({ at }) => at instanceof Date)).toBe(true);
  });
});

describe('the relay', () => {
  it('asks to be called again only while a round was full', async () => {
    for (let n = 0; n < 201; n += 1) await tell(happened, n);
    expect(await relay.run()).toBe(200);
    expect(await relay.run()).toBe(0);
    expect(await relay.run()).toBe(0);
    expect(seqs((await read(['test.happened'])).items)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1));
  });

  it('run by several at once moves each row once, without a gap', async () => {
    for (let n = 0; n < 40; n += 1) await tell(happened, n, n + 1000);
    await Promise.all(Array.from({ length: 5 }, () => relay.run()));
    while ((await context.sql.rows('select 1 from outbox')).length > 0) await relay.run();
    const { items } = await read(['test.happened']);
    expect(seqs(items)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(new Set(numbers(items)).size).toBe(80);
  });

  it('moves nothing of a transaction that is still open', async () => {
    await context.module.get(Transaction).run(async () => {
      await context.module.get(Outbox).append(happened, [{ n: 1 }]);
      await context.module.get(Transaction).outside(() => relay.run());
      expect(await context.module.get(Transaction).outside(() => log.end())).toBe('0');
    });
    await relay.run();
    expect(await log.end()).toBe('1');
  });
});

describe('forgetting', () => {
  it('lets go of what is older than three days and keeps the numbers going', async () => {
    await tell(happened, 1, 2);
    await relay.run();
    await context.sql.rows(`update event_log set recorded_at = now() - interval '4 days'`);
    await tell(happened, 3);
    await relay.run();
    expect(await context.module.get(ForgetOldEventsJob, { strict: false }).run()).toBe(1);
    expect([await log.start(), await log.end()]).toEqual(['3', '3']);
    expect(numbers((await read(['test.happened'])).items)).toEqual([3]);
  });

  it('goes by business time', async () => {
    await tell(happened, 1);
    await relay.run();
    const clock = context.module.get(SystemClock);
    const forget = context.module.get(ForgetOldEventsJob, { strict: false });
    expect(await forget.run()).toBe(0);
    clock.shiftTo(4 * DAY_MS);
    try {
      expect(await forget.run()).toBe(1);
    } finally {
      clock.shiftTo(0);
    }
  });
});
