import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { aSentMessage } from '../testing/a-sent-message';
import '../testing/browser-gaps';
import { fakeServer, type Received } from '../testing/fake-server';
import { ApiProblem } from './api-problem';
import { memoryStore, type KeyValueStore } from './key-value-store';
import { Outbox } from './outbox';
import type { OutboxEntry } from './outbox-entry';
import { setPagePerson } from './page-person';
import { sessionEntered, sessionLeft, sessionLost, useSessionExpiry } from './session-expiry';

const words = (text: string) => ({ conversationId: 'c1', body: { type: 'text' as const, text } });
const later = () => new Promise((done) => setTimeout(done, 5));

let disks: Map<string, KeyValueStore<OutboxEntry>>;
const disk = (name: string) => {
  const known = disks.get(name) ?? memoryStore<OutboxEntry>();
  disks.set(name, known);
  return known;
};
const onDisk = async (person: string) => (await disk(`outbox-${person}`).all()).map(([, entry]) => entry.body.text);

beforeEach(() => {
  disks = new Map();
  sessionEntered();
});
afterEach(() => {
  sessionLeft();
  setPagePerson(null);
});

describe('an attempt that is on its way while its writer leaves the page to somebody else', () => {
  type Ending = { resolve: (message: ReturnType<typeof aSentMessage>) => void; reject: (problem: ApiProblem) => void };
  const underway = async () => {
    const endings: Ending[] = [];
    const outbox = new Outbox(disk, () => new Promise((resolve, reject) => endings.push({ resolve, reject })));
    await outbox.open('alice');
    await outbox.enqueue(words('from Alice'));
    await waitFor(() => expect(endings).toHaveLength(1));
    await outbox.close();
    await outbox.open('bob');
    return { outbox, end: endings[0] as Ending };
  };

  it('stays with its writer when it fails', async () => {
    const { outbox, end } = await underway();
    end.reject(new ApiProblem('network', 0, ''));
    await later();
    expect(await onDisk('alice')).toEqual(['from Alice']);
    expect(await onDisk('bob')).toEqual([]);
    expect(outbox.useEntries.getState().entries).toEqual([]);
  });

  it('is gone from its writer’s list when it arrives, and is told to nobody else', async () => {
    const { outbox, end } = await underway();
    const told: unknown[] = [];
    outbox.onSent((entry) => told.push(entry.body.text));
    end.resolve(aSentMessage());
    await later();
    expect(await onDisk('alice')).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('the post of a message', () => {
  let server: ReturnType<typeof fakeServer> | undefined;
  afterEach(() => server?.close());
  const posts = () => (server?.received ?? []).filter(({ method }: Received) => method === 'POST');
  const open = async (person: string) => {
    const outbox = new Outbox(disk);
    setPagePerson(person);
    await outbox.open(person);
    return outbox;
  };

  it('names its writer, and waits under its key when the cookie is somebody else’s by now', async () => {
    let cookie = 'bob';
    server = fakeServer(({ headers }) =>
      headers.get('x-hilo-person') === cookie
        ? { status: 201, body: aSentMessage() }
        : { status: 401, body: { code: 'another_person', status: 401 } },
    );
    const outbox = await open('alice');
    const { id } = await outbox.enqueue(words('from Alice'));
    await waitFor(() => expect(outbox.useEntries.getState().entries[0]?.attempts).toBe(1));
    expect(posts().map(({ headers }) => [headers.get('x-hilo-person'), headers.get('idempotency-key')])).toEqual([
      ['alice', id],
    ]);
    expect(useSessionExpiry.getState().expired).toBe(true);
    expect(outbox.useEntries.getState().entries[0]?.failure).toBeNull();

    cookie = 'alice';
    sessionEntered();
    await outbox.hurry();
    expect(posts()).toHaveLength(2);
    expect(await onDisk('alice')).toEqual([]);
  });

  it('does not even begin after the end of the session, and follows the next sign-in', async () => {
    server = fakeServer(() => ({ status: 201, body: aSentMessage() }));
    const outbox = await open('alice');
    sessionLost();
    await outbox.enqueue(words('from Alice'));
    await outbox.flush();
    await outbox.release();
    expect(posts()).toEqual([]);
    expect(await onDisk('alice')).toEqual(['from Alice']);
    sessionEntered();
    await outbox.hurry();
    expect(posts()).toHaveLength(1);
  });

  it('gives up a line that hangs, so that no tab waits for it for ever, and tries again', async () => {
    const patience = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const before = globalThis.fetch;
    const hung = jest.fn<typeof fetch>(
      (_address, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('too long', 'TimeoutError')));
        }),
    );
    globalThis.fetch = hung;
    try {
      const outbox = await open('alice');
      await outbox.enqueue(words('from Alice'));
      await waitFor(() => expect(hung).toHaveBeenCalledTimes(1));
      patience.abort();
      await waitFor(() => expect(outbox.useEntries.getState().entries[0]?.attempts).toBe(1));
      expect(outbox.useEntries.getState().entries[0]?.failure).toBeNull();
      await outbox.close();
    } finally {
      globalThis.fetch = before;
      timeout.mockRestore();
    }
  });
});
