import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { aMe } from '../../testing/a-me';
import { fakeServer } from '../../testing/fake-server';
import { renderPanel } from '../../testing/render-panel';
import { setConnection } from '../connection-store';
import { meQuery, useMe, useUpdateMe } from '../session';
import { ask } from '../ask';
import { sessionEntered, sessionLeft, useSessionExpiry } from '../session-expiry';
import { ConnectionStrip } from './connection-strip';
import { Gate } from './gate';

const ME = aMe({ permissions: ['leads:read'] });

function signedIn(): QueryClient {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, ME);
  return client;
}

let server: ReturnType<typeof fakeServer> | undefined;
afterEach(() => {
  server?.close();
  sessionLeft();
});

describe('a screen behind a permission', () => {
  it('is shown to those who hold it', async () => {
    await renderPanel(<Gate permission="leads:read">The leads</Gate>, signedIn());
    expect(screen.getByText('The leads')).toBeTruthy();
  });

  it('says so to the rest and gives the words to ask for it', async () => {
    const { user } = await renderPanel(<Gate permission="channels:manage">The channels</Gate>, signedIn());
    expect(screen.queryByText('The channels')).toBeNull();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sin permiso');
    await user.click(screen.getByRole('button', { name: 'Copiar pedido de acceso' }));
    expect(await navigator.clipboard.readText()).toContain('«channels:manage» para paula@example.com');
  });
});

describe('the connection strip', () => {
  it('says at once that there is no line, and nothing while there is', async () => {
    act(() => setConnection('online'));
    await renderPanel(<ConnectionStrip />);
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => setConnection('offline'));
    expect(screen.getByRole('status').textContent).toContain('Sin conexión');
    act(() => setConnection('reconnecting'));
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => setConnection('online'));
  });
});

describe('the session', () => {
  it('that ends while in use is told apart from never having entered', async () => {
    server = fakeServer(() => ({ status: 401, body: { code: 'unauthorized', status: 401 } }));
    await expect(ask('GET', '/me')).rejects.toMatchObject({ code: 'unauthorized' });
    expect(useSessionExpiry.getState().expired).toBe(false);
    sessionEntered();
    await expect(ask('GET', '/conversations/counts')).rejects.toMatchObject({ status: 401 });
    expect(useSessionExpiry.getState().expired).toBe(true);
  });

  it('is not ended by a wrong password', async () => {
    server = fakeServer(() => ({ status: 401, body: { code: 'invalid_credentials', status: 401 } }));
    sessionEntered();
    await expect(
      ask('POST', '/auth/sign-in', { body: { email: 'a@b.co', password: 'x' }, signingIn: true }),
    ).rejects.toMatchObject({
      code: 'invalid_credentials',
    });
    expect(useSessionExpiry.getState().expired).toBe(false);
  });
});

describe('changing my own preferences', () => {
  function Sound() {
    const { preferences, presence } = useMe();
    const update = useUpdateMe();
    return (
      <button type="button" onClick={() => update.mutate({ presence: 'away', preferences: { sound: false } })}>
        {presence} {String(preferences.sound)}
      </button>
    );
  }

  it('is seen at once and taken back when the server refuses', async () => {
    let answer: (() => void) | undefined;
    const refused = new Promise<void>((resolve) => (answer = resolve));
    server = fakeServer(async () => {
      await refused;
      return { status: 500, body: { code: 'internal_error', status: 500 } };
    });
    const { user } = await renderPanel(<Sound />, signedIn());
    await user.click(screen.getByRole('button', { name: 'online true' }));
    expect(await screen.findByRole('button', { name: 'away false' })).toBeTruthy();
    answer?.();
    await waitFor(() => expect(screen.getByRole('button').textContent).toBe('online true'));
    expect(server.received[0]).toMatchObject({
      method: 'PATCH',
      path: '/me',
      body: { presence: 'away', preferences: { sound: false } },
    });
  });
});
