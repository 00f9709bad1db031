import { afterEach, describe, expect, it } from '@jest/globals';
import '../testing/browser-gaps';
import { fakeServer } from '../testing/fake-server';
import { ask } from './ask';

let server: ReturnType<typeof fakeServer> | undefined;
const asked = () => {
  const [one] = server?.received ?? [];
  return one && [one.method, one.path, String(one.query), one.body];
};
const answering = (body: unknown) => (server = fakeServer(() => ({ body })));

afterEach(() => server?.close());

describe('a route that is asked', () => {
  it('has its holes filled so that no id leads anywhere else', async () => {
    answering({ id: 'l1' });
    await ask('GET', '/leads/{id}', { path: { id: '../users?x=1#y' } });
    expect(asked()).toEqual(['GET', '/leads/..%2Fusers%3Fx%3D1%23y', '', undefined]);
  });

  it('carries what is asked for and leaves out what is off', async () => {
    answering({ data: [], nextCursor: null });
    const page = await ask('GET', '/leads', { query: { state: 'won', network: null, cursor: undefined, limit: 25 } });
    expect(asked()).toEqual(['GET', '/leads', 'state=won&limit=25', undefined]);
    expect(page.data).toEqual([]);
  });

  it('carries body and headers', async () => {
    answering({ unreadCount: 0 });
    const { unreadCount } = await ask('POST', '/notifications/read', { body: { all: true }, headers: { 'x-a': 'b' } });
    expect([asked(), unreadCount, server?.received[0]?.headers.get('x-a')]).toEqual([
      ['POST', '/notifications/read', '', { all: true }],
      0,
      'b',
    ]);
  });

  it('does not compile when openapi.json knows nothing of it', () => {
    const never = () => [
      // @ts-expect-error no such route
      ask('GET', '/nowhere'),
      // @ts-expect-error that route is only read
      ask('DELETE', '/leads/{id}', { path: { id: 'l1' } }),
      // @ts-expect-error the hole is not filled
      ask('GET', '/leads/{id}'),
      // @ts-expect-error no such state
      ask('GET', '/leads', { query: { state: 'sold' } }),
      // @ts-expect-error no such field
      ask('PATCH', '/me', { body: { presence: 'online', admin: true } }),
      // @ts-expect-error the body is missing
      ask('POST', '/leads'),
    ];
    expect(never).toBeInstanceOf(Function);
  });
});
