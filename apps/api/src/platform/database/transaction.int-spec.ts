import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ModuleContext, startModules } from '../../testing/module-context.js';
import { Transaction } from './transaction.js';

let context: ModuleContext;
let transaction: Transaction;
beforeAll(async () => {
  context = await startModules([]);
  transaction = context.module.get(Transaction);
  await context.sql.rows('create table note (text text primary key)');
});
beforeEach(() => context.sql.rows('truncate note'));
afterAll(() => context.close());

const write = (text: string) => context.sql.rows('insert into note (text) values ($1)', [text]);
const kept = async () =>
  (await context.sql.rows<{ text: string }>('select text from note order by text')).map(({ text }) => text);

describe('a transaction', () => {
  it('keeps everything or nothing', async () => {
    await expect(
      transaction.run(async () => {
        await write('a');
        await write('a');
      }),
    ).rejects.toThrow(/duplicate key/);
    expect(await kept()).toEqual([]);
    await transaction.run(async () => {
      await write('a');
      await write('b');
    });
    expect(await kept()).toEqual(['a', 'b']);
  });

  it('is joined by the work inside, which fails with it', async () => {
    const inner = (text: string) => transaction.run(() => write(text));
    await expect(
      transaction.run(async () => {
        await inner('inner');
        expect(transaction.inside()).toBe(true);
        throw new Error('afterwards');
      }),
    ).rejects.toThrow('afterwards');
    expect(await kept()).toEqual([]);
  });

  it('is not seen by others before it is over', async () => {
    await transaction.run(async () => {
      await write('mine');
      expect(await kept()).toEqual(['mine']);
      expect(await transaction.outside(kept)).toEqual([]);
    });
    expect(await kept()).toEqual(['mine']);
  });

  it('lets what must survive stay outside', async () => {
    await expect(
      transaction.run(async () => {
        await write('lost');
        await transaction.outside(() => write('kept'));
        throw new Error('x');
      }),
    ).rejects.toThrow('x');
    expect(await kept()).toEqual(['kept']);
  });

  it('runs hooks once it is durable, in order, and none when it failed', async () => {
    const said: string[] = [];
    await transaction.run(async () => {
      transaction.afterCommit(() => said.push('first'));
      await transaction.run(async () => transaction.afterCommit(() => said.push('second')));
      said.push('work');
    });
    expect(said).toEqual(['work', 'first', 'second']);
    await transaction
      .run(async () => {
        transaction.afterCommit(() => said.push('never'));
        throw new Error('x');
      })
      .catch(() => undefined);
    expect(said).not.toContain('never');
  });

  it('runs a hook at once when there is none', () => {
    let said = false;
    transaction.afterCommit(() => (said = true));
    expect([said, transaction.inside()]).toEqual([true, false]);
  });

  it('never mixes two that run at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        transaction
          .run(async () => {
            await write(`n${String(index).padStart(2, '0')}`);
            if (index % 2) throw new Error('odd');
          })
          .catch(() => undefined),
      ),
    );
    expect(await kept()).toEqual(['n00', 'n02', 'n04', 'n06', 'n08', 'n10']);
  });
});
