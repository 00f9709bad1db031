import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { createElement, type ReactNode } from 'react';
import '../testing/browser-gaps';
import { aMe } from '../testing/a-me';
import { fakeServer, type Answer, type Received } from '../testing/fake-server';
import { speakSpanish } from '../testing/words';
import { drafts, enterPanel, leavePanel, outbox, queryClient, realtime } from './runtime';
import { meQuery, signIn, useCan, useMe, useUpdateMe } from './session';
import { useSessionExpiry } from './session-expiry';

const me = (over: Parameters<typeof aMe>[0] = {}) => aMe({ permissions: ['leads:read'], ...over });

let server: ReturnType<typeof fakeServer>;
let answers: Record<string, (request: Received) => Answer | Promise<Answer>>;
beforeEach(async () => {
  await speakSpanish();
  answers = {
    'GET /auth/session': () => ({ body: { user: me() } }),
    'GET /sync': () => ({ body: { seq: '7', events: [] } }),
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
const asked = (path: string) => server.received.filter((one) => one.path === path).length;

describe('coming in', () => {
  it('asks who I am and where the log ends once, however many screens want to know', async () => {
    const [one, other] = await Promise.all([enterPanel(), enterPanel()]);
    await enterPanel();
    expect(one).toEqual(other);
    expect([asked('/auth/session'), asked('/sync')]).toEqual([1, 1]);
    expect(useSessionExpiry.getState()).toEqual({ entered: true, expired: false });
  });

  it('can be tried again after it failed', async () => {
    const good = answers['GET /auth/session'] as () => Answer;
    answers['GET /auth/session'] = () => ({ status: 503, body: { code: 'unavailable', status: 503 } });
    await expect(enterPanel()).rejects.toMatchObject({ status: 503 });
    answers['GET /auth/session'] = good;
    expect((await enterPanel()).name).toBe('Paula Ríos');
  });

  it('is not held up by a log that cannot be read', async () => {
    answers['GET /sync'] = () => ({ status: 500, body: { code: 'internal_error', status: 500 } });
    expect((await enterPanel()).id).toBe('u1');
  });

  it('is not an ended session for somebody who never was in', async () => {
    answers['GET /auth/session'] = () => ({ body: { user: null } });
    await expect(enterPanel()).rejects.toMatchObject({ status: 401 });
    expect(useSessionExpiry.getState().expired).toBe(false);
    // Nothing that would be refused: the browser shows every refusal as an error of the page.
    expect(server.received.map(({ path }) => path)).toEqual(['/auth/session']);
  });

  it('takes language and look from the person, not from the machine', async () => {
    answers['GET /auth/session'] = () => ({
      body: { user: me({ preferences: { language: 'pt-BR', theme: 'dark' } }) },
    });
    await enterPanel();
    expect([i18next.language, document.documentElement.dataset['theme']]).toEqual(['pt-BR', 'dark']);
    await act(() => i18next.changeLanguage('es'));
  });

  it('goes on in the language of the sign-in for who has never chosen one', async () => {
    await act(() => i18next.changeLanguage('en'));
    answers['GET /auth/session'] = () => ({ body: { user: me({ preferences: { language: null } }) } });
    await enterPanel();
    expect(i18next.language).toBe('en');
    await act(() => i18next.changeLanguage('es'));
  });
});

describe('leaving', () => {
  it('leaves nothing of the person in the page', async () => {
    await enterPanel();
    drafts.write('c1', 'reply', 'mine alone');
    queryClient.setQueryData(['leads'], ['a lead']);
    await leavePanel();
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    expect(drafts.useDrafts.getState().drafts).toEqual({});
    expect(outbox.useEntries.getState().entries).toEqual([]);
    expect(useSessionExpiry.getState()).toEqual({ entered: false, expired: false });
  });

  it('asks again who is there when somebody comes after', async () => {
    await enterPanel();
    await leavePanel();
    answers['GET /auth/session'] = () => ({ body: { user: me({ id: 'u2', name: 'Pedro Ruiz' }) } });
    expect((await enterPanel()).name).toBe('Pedro Ruiz');
  });

  it('keeps everything when the server did not let go', async () => {
    await enterPanel();
    drafts.write('c1', 'reply', 'still here');
    answers['POST /auth/sign-out'] = () => ({ status: 503, body: { code: 'unavailable', status: 503 } });
    await expect(leavePanel()).rejects.toMatchObject({ status: 503 });
    expect(drafts.text('c1', 'reply')).toBe('still here');
    expect(queryClient.getQueryData(meQuery.queryKey)).toBeDefined();
  });
});

describe('who I am', () => {
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: queryClient }, children);

  it('is nobody before anybody came in, and may do nothing', () => {
    expect(() => renderHook(() => useMe(), { wrapper })).toThrow(/inside the shell/);
    const { result } = renderHook(() => useCan('leads:read'), { wrapper });
    expect(result.current).toBe(false);
  });

  it('changes one preference and keeps the others, at once and as the server is told', async () => {
    answers['GET /auth/session'] = () => ({ body: { user: me({ preferences: { sound: false, theme: 'dark' } }) } });
    answers['PATCH /me'] = () => ({ body: me() });
    await enterPanel();
    const { result } = renderHook(() => ({ me: useMe(), update: useUpdateMe() }), { wrapper });
    act(() => result.current.update.mutate({ preferences: { shortcuts: false } }));
    await waitFor(() =>
      expect(result.current.me.preferences).toMatchObject({ sound: false, theme: 'dark', shortcuts: false }),
    );
    expect(result.current.me.presence).toBe('online');
    await waitFor(() =>
      expect(server.received.find((one) => one.method === 'PATCH')?.body).toEqual({
        preferences: { shortcuts: false },
      }),
    );
  });

  it('is told by the sign-in itself, and a wrong password ends no session', async () => {
    answers['POST /auth/sign-in'] = () => ({ body: { user: me() } });
    expect(await signIn({ email: 'paula@example.com', password: 'x' })).toEqual(me());
    answers['POST /auth/sign-in'] = () => ({ status: 401, body: { code: 'invalid_credentials', status: 401 } });
    await expect(signIn({ email: 'paula@example.com', password: 'y' })).rejects.toMatchObject({ status: 401 });
    expect(useSessionExpiry.getState()).toEqual({ entered: true, expired: false });
  });
});
