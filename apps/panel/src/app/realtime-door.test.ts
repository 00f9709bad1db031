import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { waitFor as wait } from '@testing-library/react';
import '../testing/browser-gaps';
import { FakeLine, TRANSPORT } from '../testing/fake-line';
import { fakeServer, type Answer } from '../testing/fake-server';
import { setConnection, useConnection } from './connection-store';
import { Realtime } from './realtime';
import { onRealtime } from './realtime-registry';
import { sessionEntered, sessionLeft, useSessionExpiry } from './session-expiry';

let line: FakeLine;
jest.unstable_mockModule(TRANSPORT, () => ({
  WebSocket: class {
    constructor(address: string) {
      return new line.WebSocket(address);
    }
  },
}));

const waitFor = (condition: () => void) => wait(condition, { timeout: 8000 });

describe('the line at the server’s door', () => {
  let realtime: Realtime;
  let server: ReturnType<typeof fakeServer>;
  let sync: () => Answer;
  let applied: string[];
  let stop: () => void;

  beforeEach(() => {
    line = new FakeLine();
    setConnection('connecting');
    sessionEntered();
    realtime = new Realtime(new QueryClient());
    sync = () => ({ body: { seq: '10', events: [] } });
    server = fakeServer(({ path }) => (path === '/sync' ? sync() : undefined));
    applied = [];
    stop = onRealtime<{ id: string }>('message.created', ({ data }) => applied.push(data.id));
  });
  afterEach(() => {
    realtime.disconnect();
    stop();
    server.close();
    sessionLeft();
  });

  const connected = () => waitFor(() => expect(useConnection.getState().connection).toBe('online'));
  async function connect() {
    await realtime.mark();
    await realtime.connect();
    await connected();
  }

  it('notices that the session ended when the server lets nobody in', async () => {
    line.refusal = 'unauthorized';
    await realtime.mark();
    await realtime.connect();
    await waitFor(() => expect(useSessionExpiry.getState().expired).toBe(true));
    line.refusal = null;
    realtime.reconnect();
    await connected();
  });

  it('does not take another refusal for the end of the session', async () => {
    line.refusal = 'too many connections';
    await realtime.mark();
    await realtime.connect();
    await waitFor(() => expect(useConnection.getState().connection).toBe('reconnecting'));
    expect(useSessionExpiry.getState().expired).toBe(false);
  });

  it('comes back when the server sends it away, with what it may hear by then', async () => {
    await connect();
    sync = () => ({
      body: {
        seq: '11',
        events: [{ seq: '11', type: 'message.created', at: '2026-11-20T10:00:00Z', data: { id: 'm11' } }],
      },
    });
    line.sendAway();
    await waitFor(() => expect(applied).toEqual(['m11']));
    await connected();
    expect([line.opened, line.connected]).toEqual([2, 1]);
  });

  it('notices at the door that it was sent away because its session is over', async () => {
    await connect();
    line.refusal = 'unauthorized';
    line.sendAway();
    await waitFor(() => expect(useSessionExpiry.getState().expired).toBe(true));
    expect(line.opened).toBe(2);
  });
});
