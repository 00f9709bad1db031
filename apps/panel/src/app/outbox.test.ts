import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aSentMessage } from '../testing/a-sent-message';
import { ApiProblem } from './api-problem';
import { memoryStore, type KeyValueStore } from './key-value-store';
import { Outbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';

const text = (words: string) => ({ conversationId: 'c1', body: { type: 'text' as const, text: words } });

/** The server's side of the wire: what arrived, under which key, and what it answers next. */
class Wire {
  readonly arrived: { key: string; text: unknown }[] = [];
  answers: (ApiProblem | null)[] = [];

  readonly send = (entry: OutboxEntry) => {
    this.arrived.push({ key: entry.id, text: entry.body.text });
    const problem = this.answers.shift() ?? null;
    return problem ? Promise.reject(problem) : Promise.resolve(aSentMessage({ id: `server-${entry.id}` }));
  };
}

describe('Outbox', () => {
  let now: number;
  let wire: Wire;
  let disk: KeyValueStore<OutboxEntry>;
  const open = async (user = 'u1') => {
    const outbox = new Outbox(
      () => disk,
      wire.send,
      () => now,
    );
    await outbox.open(user);
    return outbox;
  };

  beforeEach(() => {
    now = 1000;
    wire = new Wire();
    disk = memoryStore();
  });

  const settle = () => new Promise((later) => setTimeout(later, 5));
  const write = async (outbox: Outbox, words: string) => {
    const entry = await outbox.enqueue(text(words));
    now += 1;
    return entry;
  };

  it('sends in the order of writing and forgets what was accepted', async () => {
    const outbox = await open();
    const told: unknown[] = [];
    outbox.onSent((_entry, message) => told.push(message));
    const one = await write(outbox, 'one');
    await write(outbox, 'two');
    await settle();
    expect(wire.arrived.map((sent) => sent.text)).toEqual(['one', 'two']);
    expect(told[0]).toMatchObject({ id: `server-${one.id}` });
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });

  it('keeps everything while the line is down, then sends each once under its first key', async () => {
    const outbox = await open();
    wire.answers = [new ApiProblem('network', 0, '')];
    const one = await write(outbox, 'one');
    await settle();
    const two = await write(outbox, 'two');
    await settle();
    expect(outbox.useEntries.getState().entries.map((entry) => entry.id)).toEqual([one.id, two.id]);

    await outbox.hurry();
    expect(wire.arrived.map((sent) => sent.key)).toEqual([one.id, one.id, two.id]);
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });

  it('finds after a reload what the last visit could not send, under the same key', async () => {
    wire.answers = [new ApiProblem('unavailable', 503, '')];
    const before = await open();
    const entry = await write(before, 'one');
    await settle();
    now += 60_000;
    const after = await open();
    expect(wire.arrived.map((sent) => sent.key)).toEqual([entry.id, entry.id]);
    expect(after.useEntries.getState().entries).toEqual([]);
  });

  it('lets a refused message stay, be changed and go under a new key', async () => {
    const outbox = await open();
    wire.answers = [new ApiProblem('window_closed', 409, '')];
    const entry = await write(outbox, 'one');
    await settle();
    expect(outbox.useEntries.getState().entries[0]?.failure?.code).toBe('window_closed');
    await outbox.retry(entry.id, { type: 'template', text: 'template' });
    const [first, second] = wire.arrived;
    expect(second?.text).toBe('template');
    expect(second?.key).not.toBe(first?.key);
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });

  it('takes a message back within its time and not after it', async () => {
    const outbox = await open();
    const entry = await outbox.enqueue({ ...text('one'), undoMs: 3000 });
    await settle();
    expect(wire.arrived).toEqual([]);
    expect(await outbox.undo(entry.id)).toBe(true);
    const other = await outbox.enqueue({ ...text('two'), undoMs: 3000 });
    now += 3000;
    expect(await outbox.undo(other.id)).toBe(false);
    await outbox.flush();
    expect(wire.arrived.map((sent) => sent.text)).toEqual(['two']);
  });

  it('sends at once what waits for its undo time when the page is left, and nothing else out of turn', async () => {
    const outbox = await open();
    await outbox.enqueue({ ...text('one'), undoMs: 3000 });
    await settle();
    expect(wire.arrived).toEqual([]);
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(wire.arrived).toEqual([]);
    visibility.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(wire.arrived.map((sent) => sent.text)).toEqual(['one']);
    visibility.mockRestore();
    await outbox.close();
  });

  it('keeps the words of one person apart from those of the next', async () => {
    const disks = new Map<string, KeyValueStore<OutboxEntry>>();
    const named = (name: string) => {
      const disk = disks.get(name) ?? memoryStore<OutboxEntry>();
      disks.set(name, disk);
      return disk;
    };
    wire.answers = [new ApiProblem('network', 0, '')];
    const hers = new Outbox(named, wire.send, () => now);
    await hers.open('paula');
    await hers.enqueue(text('from Paula'));
    await settle();
    const his = new Outbox(named, wire.send, () => now + 60_000);
    await his.open('pedro');
    expect(his.useEntries.getState().entries).toEqual([]);
    expect(wire.arrived).toHaveLength(1);
  });
});
