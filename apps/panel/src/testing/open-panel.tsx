import './browser-gaps';
import type { Schemas } from '@hilo/api-client';
import { bringPopups } from '@hilo/ui';
import { RouterProvider, createMemoryHistory, createRouter } from '@tanstack/react-router';
import { waitFor } from '@testing-library/react';
import { leavePanel, queryClient, realtime } from '../app/runtime';
import type { Me } from '../app/session';
import { routeTree } from '../routes/route-tree';
import { aMe } from './a-me';
import { aBell } from './a-notice';
import { fakeServer, type Answer, type Received } from './fake-server';
import { renderPanel } from './render-panel';

export const ADVISOR: Me = aMe();

const BUSINESS: Schemas['BusinessView'] = {
  name: 'Tienda Andina',
  timeZone: 'America/Guayaquil',
  currency: 'USD',
  country: 'EC',
  voice: 'es-neutral',
  sandbox: true,
  demo: true,
};

const SETTINGS: Schemas['SettingsView'] = { business: BUSINESS, stores: [], hours: [], holidays: [], version: 1 };

/** What the API answers about the shell itself when a test does not say otherwise. */
export function shellAnswers({ method, path }: Received): Answer | undefined {
  if (path === '/me') return { body: ADVISOR };
  if (path === '/settings') return { body: SETTINGS };
  if (path === '/sync') return { body: { seq: '0', events: [] } };
  if (path === '/conversations/counts') {
    return {
      body: { mine: { total: 9, unread: 3 }, unassigned: { total: 1, unread: 0 }, all: { total: 10, unread: 3 } },
    };
  }
  if (path === '/notifications') return { body: aBell() };
  return method === 'POST' && path === '/auth/sign-out' ? { status: 204 } : undefined;
}

type Answering = (request: Received) => Answer | undefined | Promise<Answer | undefined>;

/** Whose session it is, is one thing with who `/me` tells of: a test says it once. */
const withSession =
  (answer: Answering): Answering =>
  async (request) => {
    if (request.path !== '/auth/session') return answer(request);
    const me = await answer({ ...request, path: '/me' });
    if (me?.status === 401) return { body: { user: null } };
    return (me?.status ?? 200) === 200 ? { ...me, body: { user: me?.body } } : me;
  };

/** Opens the whole panel at an address, with the real routes, against a server that answers as told. Call `close` at the end. */
export async function openPanel(address: string, answer: Answering = () => undefined) {
  // A page at rest has fetched them; what happens before is the kit's own test.
  await bringPopups();
  const server = fakeServer(withSession(async (request) => (await answer(request)) ?? shellAnswers(request)));
  const router = createRouter({
    routeTree,
    history: createMemoryHistory({ initialEntries: [address] }),
    defaultPendingMs: 0,
  });
  const drawn = await renderPanel(<RouterProvider router={router} />, queryClient);
  await waitFor(() => {
    if (router.state.status !== 'idle') throw new Error('still on the way');
  });
  return {
    ...drawn,
    router,
    received: server.received,
    close: async () => {
      await leavePanel().catch(() => undefined);
      realtime.disconnect();
      queryClient.clear();
      drawn.unmount();
      server.close();
    },
  };
}
