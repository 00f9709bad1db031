import { describe, expect, it } from '@jest/globals';
import { Courtesy } from './courtesy.js';

/** A round that ends when it is told to, and says that it began. */
function round(began: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, run: async () => (began.push(name), await ended, name) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('background work', () => {
  it('runs side by side while little arrives', async () => {
    const [courtesy, began] = [new Courtesy(), [] as string[]];
    courtesy.arrived(3);
    const [first, second] = [round(began, 'first'), round(began, 'second')];
    const both = Promise.all([courtesy.run(first.run), courtesy.run(second.run)]);
    await settled();
    expect(began).toEqual(['first', 'second']);
    first.end();
    second.end();
    expect(await both).toEqual(['first', 'second']);
  });

  it('goes one after the other while much arrives, also when one fails', async () => {
    const [courtesy, began] = [new Courtesy(), [] as string[]];
    courtesy.arrived(1_000_000);
    const [first, second] = [round(began, 'first'), round(began, 'second')];
    const failing = courtesy.run(async () => {
      await first.run();
      throw new Error('no');
    });
    const after = courtesy.run(second.run);
    await settled();
    expect(began).toEqual(['first']);
    first.end();
    second.end();
    await expect(failing).rejects.toThrow('no');
    expect(await after).toBe('second');
  });

  it('is put off no more when it is late', async () => {
    const [courtesy, began] = [new Courtesy(), [] as string[]];
    courtesy.arrived(1_000_000);
    const [first, late] = [round(began, 'first'), round(began, 'late')];
    const waiting = courtesy.run(first.run);
    const overtaking = courtesy.run(late.run, 5000);
    await settled();
    expect([...began].sort()).toEqual(['first', 'late']);
    first.end();
    late.end();
    await Promise.all([waiting, overtaking]);
  });
});
