import { BroadcastChannel as NodeChannel } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import '../testing/browser-gaps';
import { aMe } from '../testing/a-me';
import { fakeServer, type Answer, type Received } from '../testing/fake-server';
import { speakSpanish } from '../testing/words';
import { ask } from './ask';
import { enterPanel, leavePanel, queryClient, realtime } from './runtime';
import { meQuery, signIn } from './session';
import { sessionLost, useSessionExpiry } from './session-expiry';
import type { TabNews } from './tabs';

/** The channel that jsdom lacks; a test does not wait for it to end. */
class Channel extends NodeChannel {
  constructor(name: string) {
    super(name);
    this.unref();
  }
}

let other: Channel;
let heard: TabNews[];
let server: ReturnType<typeof fakeServer>;
let answers: Record<string, (request: Received) => Answer>;
/** What jsdom says instead of loading the page again. */
const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
const reloads = () => complaints.mock.calls.filter((words) => String(words[0]).includes('navigation')).length;

beforeAll(() => {
  Object.defineProperty(globalThis, 'BroadcastChannel', { value: Channel, configurable: true });
  other = new Channel('hilo-session');
  other.onmessage = (event) => void heard.push((event as { data: TabNews }).data);
});
afterAll(() => {
  other.close();
  complaints.mockRestore();
});
beforeEach(async () => {
  await speakSpanish();
  heard = [];
  complaints.mockClear();
  answers = {
    'GET /auth/session': () => ({ body: { user: aMe({ id: 'alice' }) } }),
    'GET /sync': () => ({ body: { seq: '7', events: [] } }),
    'POST /auth/sign-in': () => ({ body: { user: aMe({ id: 'alice' }) } }),
    'POST /auth/sign-out': () => ({ status: 204 }),
  };
  server = fakeServer((request) => answers[`${request.method} ${request.path}`]?.(request));
});
afterEach(async () => {
  await leavePanel().catch(() => undefined);
  realtime.disconnect();
  queryClient.clear();
  server.close();
});

describe('other tabs', () => {
  it('are told who came in and that somebody left', async () => {
    await signIn({ email: 'alice@example.com', password: 'x' });
    await enterPanel();
    await leavePanel();
    await waitFor(() => expect(heard).toEqual([{ kind: 'entered', personId: 'alice' }, { kind: 'left' }]));
    expect(reloads()).toBe(0);
  });

  it.each<TabNews>([{ kind: 'left' }, { kind: 'entered', personId: 'bob' }])(
    'that say %j end the page: nothing is sent from it, and it is loaded again',
    async (news) => {
      await enterPanel();
      other.postMessage(news);
      await waitFor(() => expect(reloads()).toBe(1));
      expect(useSessionExpiry.getState().expired).toBe(true);
    },
  );

  it('that let the same person in again wake the page without asking for the password twice', async () => {
    await enterPanel();
    sessionLost();
    other.postMessage({ kind: 'entered', personId: 'alice' });
    await waitFor(() => expect(useSessionExpiry.getState()).toEqual({ entered: true, expired: false }));
    expect(reloads()).toBe(0);
  });
});

describe('a page whose cookie became somebody else’s', () => {
  it('says on every write whose page it is, until that person left', async () => {
    await enterPanel();
    await ask('POST', '/notifications/read', { body: { all: true } }).catch(() => undefined);
    await leavePanel();
    await ask('POST', '/notifications/read', { body: { all: true } }).catch(() => undefined);
    const named = server.received.map(
      ({ method, path, headers }) => `${method} ${path} ${headers.get('x-hilo-person')}`,
    );
    expect(named).toContain('GET /sync null');
    expect(named.filter((one) => one.includes('read'))).toEqual([
      'POST /notifications/read alice',
      'POST /notifications/read null',
    ]);
    expect(named).toContain('POST /auth/sign-out alice');
  });

  it('does not take the other one for its own person', async () => {
    await enterPanel();
    answers['GET /auth/session'] = () => ({ body: { user: aMe({ id: 'bob' }) } });
    await expect(queryClient.fetchQuery({ ...meQuery, staleTime: 0 })).rejects.toMatchObject({
      code: 'another_person',
    });
    expect(queryClient.getQueryData(meQuery.queryKey)?.id).toBe('alice');
    expect(useSessionExpiry.getState().expired).toBe(true);
  });

  it('can be left, though there is no session of its person to end', async () => {
    await enterPanel();
    answers['POST /auth/sign-out'] = () => ({ status: 401, body: { code: 'another_person', status: 401 } });
    await leavePanel();
    expect(useSessionExpiry.getState()).toEqual({ entered: false, expired: false });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });
});
