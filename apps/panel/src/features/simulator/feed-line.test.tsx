import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import '../../testing/browser-gaps';
import { fakeServer, type Answer } from '../../testing/fake-server';
import { keys } from './api/keys';
import type { PhoneChange, PhoneThread } from './api/phone';
import { usePhoneFeed } from './hooks/use-phone-feed';
import { aCustomer, aMessage } from './testing/a-message';

/** A stream of the server, as a browser reads one. */
class StreamOfTest extends EventTarget {
  static readonly CLOSED = 2;
  static opened: StreamOfTest[] = [];
  readyState = 1;

  constructor(readonly address: string) {
    super();
    StreamOfTest.opened.push(this);
  }

  tell(change: PhoneChange): void {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }));
  }

  break(refused: boolean): void {
    this.readyState = refused ? StreamOfTest.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }

  close(): void {
    this.readyState = StreamOfTest.CLOSED;
  }
}

const message = (id: string): PhoneChange => ({
  seq: 1,
  kind: 'message',
  customerId: 'c1',
  data: aMessage({ id, at: '2026-11-21T12:01:00.000Z' }),
});
const streams = (on: boolean) =>
  on
    ? Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: StreamOfTest })
    : Reflect.deleteProperty(globalThis, 'EventSource');

describe('the line to the phones', () => {
  let client: QueryClient;
  let server: ReturnType<typeof fakeServer>;
  let answers: (() => Answer | Promise<Answer>)[];
  let stop: (() => void) | undefined;

  beforeEach(() => {
    StreamOfTest.opened = [];
    answers = [];
    client = new QueryClient();
    client.setQueryData<PhoneThread>(keys.thread('c1'), { customer: aCustomer({ id: 'c1' }), messages: [] });
    const silence = new Promise<Answer>(() => undefined);
    server = fakeServer(({ path }) =>
      path === '/simulator/phone/changes' ? (answers.shift()?.() ?? silence) : undefined,
    );
  });
  afterEach(() => {
    stop?.();
    stop = undefined;
    server.close();
    streams(false);
  });

  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  function listen(enabled = true) {
    const hook = renderHook(({ on }: { on: boolean }) => usePhoneFeed(on), { wrapper, initialProps: { on: enabled } });
    stop = hook.unmount;
    return hook;
  }
  const shown = () => client.getQueryData<PhoneThread>(keys.thread('c1'))?.messages.map(({ id }) => id);
  const asked = () => server.received.map(({ query }) => query.get('since'));
  const late = { timeout: 10_000 };

  it('is a stream where the browser has one, and nothing is asked for', async () => {
    streams(true);
    listen();
    expect(StreamOfTest.opened.map(({ address }) => address)).toEqual(['/api/v1/simulator/phone/events']);
    act(() => StreamOfTest.opened[0]?.tell(message('m1')));
    expect(shown()).toEqual(['m1']);
    expect(server.received).toEqual([]);
  });

  it('asks for the lists once after a burst, not once for each change', async () => {
    streams(true);
    listen();
    client.setQueryData(keys.customers, { data: [], total: 0 });
    let stale = 0;
    client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.queryKey[1] === 'customers' && query.state.isInvalidated) stale += 1;
    });
    act(() => {
      for (const id of ['a', 'b', 'c']) StreamOfTest.opened[0]?.tell(message(id));
    });
    await waitFor(() => expect(stale).toBe(1), late);
    expect(shown()).toEqual(['a', 'b', 'c']);
  });

  it('waits for a stream that only broke, and asks when it was refused', async () => {
    streams(true);
    listen();
    act(() => StreamOfTest.opened[0]?.break(false));
    expect(server.received).toEqual([]);
    answers = [() => ({ body: { seq: 7, changes: [message('late')], missed: false } })];
    act(() => StreamOfTest.opened[0]?.break(true));
    await waitFor(() => expect(shown()).toEqual(['late']), late);
  });

  it('asks and waits where there are no streams, from where it was', async () => {
    answers = [
      () => ({ body: { seq: 3, changes: [], missed: false } }),
      () => ({ body: { seq: 5, changes: [message('m4'), message('m5')], missed: false } }),
    ];
    listen();
    await waitFor(() => expect(asked()).toEqual([null, '3', '5']), late);
    expect(shown()).toEqual(['m4', 'm5']);
    expect(server.received[1]?.query.get('waitMs')).toBe('25000');
  });

  it('asks for everything again when changes were missed', async () => {
    answers = [() => ({ body: { seq: 9, changes: [], missed: true } })];
    listen();
    await waitFor(() => expect(client.getQueryState(keys.thread('c1'))?.isInvalidated).toBe(true), late);
  });

  it('goes on after a failure, from where it was', async () => {
    answers = [
      () => ({ body: { seq: 3, changes: [], missed: false } }),
      () => ({ status: 502 }),
      () => ({ body: { seq: 4, changes: [message('after')], missed: false } }),
    ];
    listen();
    await waitFor(() => expect(shown()).toEqual(['after']), late);
    expect(asked().slice(0, 3)).toEqual([null, '3', '3']);
  });

  it('is not there before the phones are, and ends with the page', () => {
    streams(true);
    const { rerender, unmount } = listen(false);
    expect(StreamOfTest.opened).toEqual([]);
    rerender({ on: true });
    expect(StreamOfTest.opened).toHaveLength(1);
    unmount();
    expect(StreamOfTest.opened[0]?.readyState).toBe(StreamOfTest.CLOSED);
  });
});
