import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BatchRefused, NaturalBatch, type NaturalBatchOptions } from './natural-batch.js';

const options: NaturalBatchOptions = { max: 4, queue: 100, patienceMs: 60_000, concernsAll: () => false };

/** A writer that records its batches and finishes when told. */
function recorder(poison: (item: number) => boolean = () => false) {
  const batches: number[][] = [];
  const held: (() => void)[] = [];
  let hold = false;
  return {
    batches,
    holdNext: () => (hold = true),
    release: () => held.splice(0).forEach((go) => go()),
    write: async (items: number[]): Promise<void> => {
      batches.push(items);
      if (hold) {
        hold = false;
        await new Promise<void>((go) => held.push(go));
      }
      if (items.some(poison)) throw new Error('poison');
    },
  };
}

const outcomes = async (promises: Promise<void>[]): Promise<string[]> =>
  (await Promise.allSettled(promises)).map(({ status }) => status);

describe('NaturalBatch', () => {
  it('writes together what arrived together, and grows the next batch while one is in flight', async () => {
    const writer = recorder();
    const batch = new NaturalBatch(writer.write, options);
    writer.holdNext();
    const first = batch.add(1);
    await new Promise((resolve) => setImmediate(resolve));
    const rest = [2, 3, 4, 5, 6].map((item) => batch.add(item));
    expect(writer.batches).toEqual([[1]]);
    writer.release();
    await Promise.all([first, ...rest]);
    expect(writer.batches).toEqual([[1], [2, 3, 4, 5], [6]]);
  });

  it('refuses the poisoned item alone', async () => {
    const writer = recorder((item) => item === 3);
    const batch = new NaturalBatch(writer.write, options);
    expect(await outcomes([1, 2, 3, 4].map((item) => batch.add(item)))).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
  });

  it('does not halve when the failure concerns everything', async () => {
    const writer = recorder(() => true);
    const batch = new NaturalBatch(writer.write, { ...options, concernsAll: () => true });
    expect(await outcomes([1, 2, 3].map((item) => batch.add(item)))).toEqual(['rejected', 'rejected', 'rejected']);
    expect(writer.batches).toHaveLength(1);
  });

  it('refuses what does not fit in the queue, and goes on after', async () => {
    const writer = recorder();
    const batch = new NaturalBatch(writer.write, { ...options, queue: 2 });
    const accepted = [batch.add(1), batch.add(2)];
    await expect(batch.add(3)).rejects.toBeInstanceOf(BatchRefused);
    await Promise.all(accepted);
    await batch.add(4);
    expect(writer.batches.flat()).toEqual([1, 2, 4]);
  });

  it('stops waiting for a write that hangs', async () => {
    const writer = recorder();
    const batch = new NaturalBatch(writer.write, { ...options, patienceMs: 5 });
    writer.holdNext();
    await expect(batch.add(1)).rejects.toBeInstanceOf(BatchRefused);
    writer.release();
  });
});

const patient = {
  max: 50,
  queue: 1000,
  patienceMs: 10_000,
  concernsAll: (error: unknown) => error instanceof RangeError,
};

describe('writing in batches', () => {
  it('writes every healthy item exactly once in its order, whatever else is poison', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        async (healthy, max) => {
          const written: number[] = [];
          const batch = new NaturalBatch<number>(
            async (items) => {
              if (items.some((item) => !healthy[item])) throw new TypeError('poison');
              written.push(...items);
            },
            { ...patient, max },
          );
          const outcomes = await Promise.allSettled(healthy.map((_, index) => batch.add(index)));
          expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(healthy);
          expect(written).toEqual(healthy.flatMap((fine, index) => (fine ? [index] : [])));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses all at once when the failure concerns all, without trying each', async () => {
    let writes = 0;
    const batch = new NaturalBatch<number>(async () => {
      writes += 1;
      throw new RangeError('the database is away');
    }, patient);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => batch.add(index)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(writes).toBe(1);
  });

  it('goes on after a failure, also one that was thrown at once', async () => {
    let away = true;
    const written: number[] = [];
    const batch = new NaturalBatch<number>((items) => {
      if (away) throw new RangeError('away');
      written.push(...items);
      return Promise.resolve();
    }, patient);
    await expect(batch.add(1)).rejects.toThrow('away');
    away = false;
    await batch.add(2);
    expect(written).toEqual([2]);
  });

  it('refuses what is more than may wait, and takes more once there is room', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const batch = new NaturalBatch<number>(() => held, { ...patient, max: 1, queue: 3 });
    const taken = [batch.add(1), batch.add(2), batch.add(3)];
    await expect(batch.add(4)).rejects.toBeInstanceOf(BatchRefused);
    release();
    await Promise.all(taken);
    await batch.add(5);
  });
});
