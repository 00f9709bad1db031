import { describe, expect, it } from '@jest/globals';
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

const outcomes = async (promises: Promise<void>[]): Promise<string[]> => (await Promise.allSettled(promises)).map(({ status }) => status);

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
    expect(await outcomes([1, 2, 3, 4].map((item) => batch.add(item)))).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
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
