import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { waitFor as wait } from '@testing-library/react';
import '../testing/browser-gaps';
import { FakeLine, TRANSPORT } from '../testing/fake-line';
import { fakeServer, type Answer, type Received } from '../testing/fake-server';
import { setConnection, useConnection } from './connection-store';
import { Realtime } from './realtime';
import type { RealtimeEvent } from './realtime-event';
import { onRealtime, onVolatile } from './realtime-registry';
import { sessionLeft } from './session-expiry';

let line: FakeLine;
// The transport of the client in tests; in a browser it is the browser's own WebSocket.
jest.unstable_mockModule(TRANSPORT, () => ({
  WebSocket: class {
    constructor(address: string) {
      return new line.WebSocket(address);
    }
  },
}));

const waitFor = (condition: () => void) => wait(condition, { timeout: 8000 });
const event = (seq: number, id = `m${seq}`): RealtimeEvent => ({
  seq: String(seq),
  type: 'message.created',
  at: '2026-11-20T10:00:00Z',
  data: { id },
});
const online = (value: boolean) => Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => value });

describe('the line to the server', () => {
  let client: QueryClient;
  let realtime: Realtime;
  let server: ReturnType<typeof fakeServer>;
  let sync: (request: Received) => Answer;
  let applied: { id: string; live: boolean }[];
  let stops: (() => void)[];

  beforeEach(() => {
    line = new FakeLine();
    online(true);
    setConnection('connecting');
    client = new QueryClient();
    realtime = new Realtime(client);
    sync = () => ({ body: { seq: '10', events: [] } });
    server = fakeServer((request) => (request.path === '/sync' ? sync(request) : undefined));
    applied = [];
    stops = [
      onRealtime<{ id: string }>('message.created', ({ data }, { live }) => applied.push({ id: data.id, live })),
    ];
  });
  afterEach(() => {
    realtime.disconnect();
    for (const stop of stops) stop();
    server.close();
    sessionLeft();
  });

  const connected = () => waitFor(() => expect(useConnection.getState().connection).toBe('online'));
  const since = () => server.received.filter((one) => one.path === '/sync').map((one) => one.query.get('since'));
  async function connect() {
    await realtime.mark();
    await realtime.connect();
    await connected();
  }

  it('catches up from where the log ended before the first screen asked for anything', async () => {
    await realtime.mark();
    sync = () => ({ body: { seq: '12', events: [event(11), event(12)] } });
    await realtime.connect();
    await connected();
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11', 'm12']));
    expect(applied.every((one) => !one.live)).toBe(true);
    expect(since()).toEqual([null, '10']);
  });

  it('hands out what comes live, frame by frame, each once', async () => {
    await connect();
    line.emit('events', [event(11), event(12)]);
    line.emit('events', [event(12), event(13)]);
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11', 'm12', 'm13']));
    expect(applied.every((one) => one.live)).toBe(true);
  });

  it('keeps what comes live behind what was missed, while the missed are on their way', async () => {
    await realtime.mark();
    let answer: (given: Answer) => void = () => undefined;
    const later = new Promise<Answer>((resolve) => (answer = resolve));
    server.close();
    server = fakeServer((request) => (request.path === '/sync' ? later : undefined));
    await realtime.connect();
    await waitFor(() => expect(line.connected).toBe(1));
    await waitFor(() => expect(since()).toEqual(['10']));
    line.emit('events', [event(13)]);
    await waitFor(() => expect(applied).toEqual([]));
    answer({ body: { seq: '12', events: [event(11), event(12)] } });
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11', 'm12', 'm13']));
  });

  it('asks for everything again when it is too far behind, and goes on from the end of the log', async () => {
    await connect();
    client.setQueryData(['leads'], 'old');
    sync = ({ query }) =>
      query.get('since') === '10'
        ? { status: 410, body: { code: 'too_far_behind', status: 410, seq: '900' } }
        : { body: { seq: '901', events: [event(901)] } };
    realtime.reconnect();
    await waitFor(() => expect(client.getQueryState(['leads'])?.isInvalidated).toBe(true));
    expect(applied).toEqual([]);
    realtime.reconnect();
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m901']));
    expect(since()).toEqual([null, '10', '10', '900']);
  });

  it('asks for everything on the first connection when nobody said where the log ended', async () => {
    sync = () => ({ status: 503, body: { code: 'unavailable', status: 503 } });
    client.setQueryData(['leads'], 'old');
    await connect();
    expect(client.getQueryState(['leads'])?.isInvalidated).toBe(true);
    expect(since()).toEqual([null]);
  });

  it('takes the number of a log that is too far ahead as its start', async () => {
    sync = () => ({ status: 410, body: { code: 'too_far_behind', status: 410, seq: '77' } });
    await realtime.mark();
    sync = () => ({ body: { seq: '77', events: [] } });
    await realtime.connect();
    await connected();
    expect(since()).toEqual([null, '77']);
  });

  it('says that it reconnects when the line breaks, comes back by itself and tells who waits for that', async () => {
    await connect();
    let told = 0;
    const stop = realtime.onCaughtUp(() => (told += 1));
    line.drop();
    expect(useConnection.getState().connection).toBe('reconnecting');
    sync = () => ({ body: { seq: '11', events: [event(11)] } });
    await connected();
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11']));
    expect(told).toBe(1);
    stop();
    realtime.reconnect();
    await waitFor(() => expect(since()).toHaveLength(4));
    expect(told).toBe(1);
  });

  it('tells a machine without network from a server that is away', async () => {
    await connect();
    online(false);
    line.drop();
    expect(useConnection.getState().connection).toBe('offline');
    online(true);
    dispatchEvent(new Event('online'));
    expect(useConnection.getState().connection).toBe('reconnecting');
    await connected();
    dispatchEvent(new Event('offline'));
    expect(useConnection.getState().connection).toBe('offline');
  });

  it('is not up while catching up fails, and tries that again', async () => {
    await realtime.mark();
    let failures = 1;
    sync = () => {
      failures -= 1;
      return failures >= 0 ? { status: 502, body: undefined } : { body: { seq: '11', events: [event(11)] } };
    };
    await realtime.connect();
    await waitFor(() => expect(since()).toHaveLength(2));
    expect(useConnection.getState().connection).not.toBe('online');
    await connected();
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11']));
  });

  it('passes signs on that have no number, and says what is on screen', async () => {
    const seen: unknown[] = [];
    stops.push(onVolatile('typing', ({ data }) => seen.push(data)));
    await connect();
    line.emit('volatile', [
      { type: 'typing', data: { conversationId: 'c1' } },
      { type: 'presence', data: {} },
    ]);
    await waitFor(() => expect(seen).toEqual([{ conversationId: 'c1' }]));
    realtime.send('view', { conversationId: 'c1' });
    await waitFor(() => expect(line.said).toEqual([['view', { conversationId: 'c1' }]]));
  });

  it('says both when one conversation is left for another in the same moment', async () => {
    await connect();
    realtime.send('view', { conversationId: null });
    realtime.send('view', { conversationId: 'c2' });
    await waitFor(() => expect(line.said).toHaveLength(2));
    expect(line.said.at(-1)).toEqual(['view', { conversationId: 'c2' }]);
  });

  it('forgets a passing sign that was said without a line, instead of saying it late', async () => {
    await connect();
    line.drop();
    realtime.send('typing', { conversationId: 'c1' });
    await connected();
    realtime.send('view', { conversationId: null });
    await waitFor(() => expect(line.said.length).toBeGreaterThan(0));
    expect(line.said).toEqual([['view', { conversationId: null }]]);
  });

  it('looks for what it slept through when the page is shown again', async () => {
    await connect();
    sync = () => ({ body: { seq: '11', events: [event(11)] } });
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(applied.map((one) => one.id)).toEqual(['m11']));
  });

  it('has one line, however often it is asked for, and none after leaving', async () => {
    await connect();
    await realtime.connect();
    expect(line.opened).toBe(1);
    realtime.disconnect();
    await waitFor(() => expect(line.connected).toBe(0));
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(since()).toHaveLength(2);
    expect(line.opened).toBe(1);
  });

  it('opens none when it is left before its code came', async () => {
    const coming = realtime.connect();
    realtime.disconnect();
    await coming;
    expect(line.opened).toBe(0);
  });
});
