import { beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { aSentMessage } from '../testing/a-sent-message';
import '../testing/browser-gaps';
import { ApiProblem } from './api-problem';
import { Drafts, type Draft } from './drafts';
import { memoryStore, type KeyValueStore } from './key-value-store';
import { Outbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';

/** The disk of one machine that several people use. */
function disks<V>() {
  const kept = new Map<string, KeyValueStore<V>>();
  return (name: string) => {
    const disk = kept.get(name) ?? memoryStore<V>();
    kept.set(name, disk);
    return disk;
  };
}

describe('drafts of people who share a machine', () => {
  let drafts: Drafts;
  beforeEach(() => void (drafts = new Drafts(disks<Draft>())));

  it('are never shown to the next one, and are there when the first comes back', async () => {
    await drafts.open('paula');
    drafts.write('c1', 'reply', 'mine alone');
    await drafts.close();
    expect(drafts.text('c1', 'reply')).toBe('');
    await drafts.open('pedro');
    expect(drafts.useDrafts.getState().drafts).toEqual({});
    await drafts.close();
    await drafts.open('paula');
    expect(drafts.text('c1', 'reply')).toBe('mine alone');
  });

  it('are not handed to the server in the name of the next one', async () => {
    const handed: string[] = [];
    drafts.onIdle((_conversation, _mode, text) => handed.push(text));
    await drafts.open('paula');
    drafts.write('c1', 'reply', 'mine alone');
    await drafts.close();
    await drafts.open('pedro');
    drafts.write('c1', 'reply', 'of Pedro');
    await waitFor(() => expect(handed).toContain('of Pedro'), { timeout: 8000 });
    expect(handed).toEqual(['of Pedro']);
  });

  it('are kept to the last word when the page ends, and handed on no more', async () => {
    const disk = disks<Draft>();
    const here = new Drafts(disk);
    const handed: string[] = [];
    here.onIdle((_conversation, _mode, text) => handed.push(text));
    await here.open('paula');
    here.write('c1', 'reply', 'half a wo');
    await here.settle();
    const after = new Drafts(disk);
    await after.open('paula');
    expect(after.text('c1', 'reply')).toBe('half a wo');
    expect(handed).toEqual([]);
  });

  it('are handed on after a rest, by whoever still listens, with the last words only', async () => {
    const one: string[] = [];
    const two: string[] = [];
    drafts.onIdle((conversation, mode, text) => one.push(`${conversation} ${mode} ${text}`));
    const stop = drafts.onIdle((_conversation, _mode, text) => two.push(text));
    stop();
    await drafts.open('paula');
    for (const text of ['h', 'ho', 'hola']) drafts.write('c1', 'note', text);
    await waitFor(() => expect(one).toEqual(['c1 note hola']), { timeout: 8000 });
    expect(two).toEqual([]);
  });
});

describe('messages on their way out, of people who share a machine', () => {
  it('wait for their writer, and are not sent in the name of the next one', async () => {
    const arrived: unknown[] = [];
    let down = true;
    const send = (entry: OutboxEntry) => {
      if (down) return Promise.reject(new ApiProblem('network', 0, ''));
      arrived.push(entry.body.text);
      return Promise.resolve(aSentMessage());
    };
    let now = 1000;
    const outbox = new Outbox(disks<OutboxEntry>(), send, () => now);
    await outbox.open('paula');
    await outbox.enqueue({ conversationId: 'c1', body: { type: 'text', text: 'from Paula' } });
    await waitFor(() => expect(outbox.useEntries.getState().entries[0]?.attempts).toBe(1));
    await outbox.close();
    expect(outbox.useEntries.getState().entries).toEqual([]);

    down = false;
    now += 60_000;
    await outbox.hurry();
    await outbox.open('pedro');
    await outbox.enqueue({ conversationId: 'c1', body: { type: 'text', text: 'from Pedro' } });
    await waitFor(() => expect(arrived).toEqual(['from Pedro']));

    await outbox.close();
    await outbox.open('paula');
    expect(arrived).toEqual(['from Pedro', 'from Paula']);
  });

  it('leave one conversation waiting without holding up another', async () => {
    const arrived: unknown[] = [];
    const send = (entry: OutboxEntry) => {
      if (entry.conversationId === 'c1') return Promise.reject(new ApiProblem('window_closed', 409, ''));
      arrived.push(entry.body.text);
      return Promise.resolve(aSentMessage());
    };
    const outbox = new Outbox(disks<OutboxEntry>(), send, () => 1000);
    await outbox.open('paula');
    await outbox.enqueue({ conversationId: 'c1', body: { type: 'text', text: 'refused' } });
    await outbox.enqueue({ conversationId: 'c1', body: { type: 'text', text: 'behind it' } });
    await outbox.enqueue({ conversationId: 'c2', body: { type: 'text', text: 'free' } });
    await waitFor(() => expect(arrived).toEqual(['free']));
    const left = () => outbox.useEntries.getState().entries.map((entry) => [entry.body.text, entry.failure?.code]);
    expect(left()).toEqual([
      ['refused', 'window_closed'],
      ['behind it', undefined],
    ]);
    await outbox.discard(outbox.useEntries.getState().entries[0]?.id ?? '');
    await waitFor(() => expect(left()).toEqual([['behind it', 'window_closed']]));
  });

  it('mind no second try of what is gone, nor a second way back', async () => {
    const outbox = new Outbox(
      disks<OutboxEntry>(),
      () => Promise.resolve(aSentMessage()),
      () => 1000,
    );
    await outbox.open('paula');
    await outbox.retry('never-was');
    expect(await outbox.undo('never-was')).toBe(false);
    await outbox.discard('never-was');
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });
});
