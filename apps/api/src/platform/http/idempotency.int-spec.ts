import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptRows } from '../../testing/kept-rows.js';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { SystemClock } from '../clock/system-clock.js';
import { Transaction } from '../database/transaction.js';
import { IdempotencyKeys } from './idempotency-keys.js';

let context: ModuleContext;
let keys: IdempotencyKeys;
let transaction: Transaction;
beforeAll(async () => {
  context = await startModules([]);
  keys = context.module.get(IdempotencyKeys, { strict: false });
  transaction = context.module.get(Transaction);
});
afterAll(() => context.close());

let made = 0;
const claimOf = (over: object = {}) => ({
  owner: 'user:1',
  key: `key-${(made += 1)}`,
  route: 'POST /x',
  hash: 'h',
  ...over,
});
const DAY_MS = 86_400_000;

describe('a key', () => {
  it('is taken once; whoever comes later hears the first answer', async () => {
    const claim = claimOf();
    let writes = 0;
    const once = () =>
      transaction.run(async () => {
        const earlier = await keys.claim(claim);
        if (earlier) return earlier.body;
        writes += 1;
        await keys.keep(claim, { status: 201, body: { id: writes }, etag: null });
        return { id: writes };
      });
    const answers = await Promise.all(Array.from({ length: 3 }, once));
    expect([writes, answers]).toEqual([1, [{ id: 1 }, { id: 1 }, { id: 1 }]]);
  });

  it('tells the whole answer again, of which nothing can be read in the table', async () => {
    const claim = claimOf();
    const answer = { status: 201, body: { id: 7, key: 'hilo_secret', phone: '+593987654321' }, etag: '"1"' };
    await keys.claim(claim);
    await keys.keep(claim, answer);
    expect(await keys.claim(claim)).toEqual({ ...answer, hash: 'h' });
    const rows = (await keptRows(context.sql, ['idempotency_key'])).filter((row) => row.includes(claim.key));
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toMatch(/hilo_secret|593987654321/);
  });

  it('is free again when the first one failed', async () => {
    const claim = claimOf();
    const failing = transaction.run(async () => {
      await keys.claim(claim);
      throw new Error('x');
    });
    await expect(failing).rejects.toThrow('x');
    expect(await keys.claim(claim)).toBeUndefined();
  });

  it('belongs to its owner and its route', async () => {
    const claim = claimOf();
    await keys.claim(claim);
    expect(await keys.claim({ ...claim, owner: 'user:2' })).toBeUndefined();
    expect(await keys.claim({ ...claim, route: 'POST /y' })).toBeUndefined();
    expect(await keys.claim({ ...claim, hash: 'another' })).toMatchObject({ hash: 'h' });
  });

  it('is forgotten after a day', async () => {
    const clock = context.module.get(SystemClock);
    const claim = claimOf();
    await keys.claim(claim);
    clock.shiftTo(DAY_MS + 1000);
    try {
      expect(await keys.claim(claim)).toBeUndefined();
      expect(await keys.forget()).toBeGreaterThan(0);
    } finally {
      clock.shiftTo(0);
    }
  });
});
