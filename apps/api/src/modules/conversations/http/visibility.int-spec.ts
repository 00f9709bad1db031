import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Conversations } from '../conversations.facade.js';
import type { Client } from '../testing/client.js';
import { newcomer } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import type { ConversationCounts, ConversationPage } from './conversation.view.js';

/** Whose each conversation is, by a name. */
const rooms = new Map<string, string>();
const clients = new Map<string, Client>();
let app: ThreadApp;

beforeAll(async () => {
  app = await startThreads();
  const [mine, theirs] = [await app.team('Mía'), await app.team('Ajena')];
  const boss = await app.person(['supervisor']);
  const advisor = await app.person(['advisor'], [mine]);
  const other = await app.person(['advisor'], [theirs]);
  const people: [string, Client][] = [
    ['advisor', advisor],
    ['marketing', await app.person(['marketing'])],
    ['marketing and advisor', await app.person(['marketing', 'advisor'], [mine])],
    ['supervisor', boss],
    ['admin', await app.person(['admin'])],
    ['key', await app.system('conversations:read')],
  ];
  for (const [name, client] of people) clients.set(name, client);
  const facade = app.get(Conversations, { strict: false });
  const make = async (name: string, target: object | null, network?: string) => {
    const { id } = await newcomer(app, boss, { text: name });
    if (target) await boss.ask('POST', `/conversations/${id}/assign`, target);
    if (network)
      await app.inside(() => facade.setAttributions([{ conversationId: id, network, linkId: null, itemId: null }]));
    rooms.set(name, id);
  };
  await make('nobody’s', null);
  await make('the advisor’s', { assigneeId: advisor.id });
  await make('of the advisor’s team', { assigneeId: null, teamId: mine });
  await make('a colleague’s in the team', { assigneeId: other.id, teamId: mine });
  await make('another’s', { assigneeId: other.id });
  await make('of another team', { assigneeId: null, teamId: theirs });
  await make('another’s, from Facebook', { assigneeId: other.id }, 'facebook');
  await make('nobody’s, direct', null, 'direct');
});
afterAll(() => app.close());

const ALL = [
  'nobody’s',
  'the advisor’s',
  'of the advisor’s team',
  'a colleague’s in the team',
  'another’s',
  'of another team',
  'another’s, from Facebook',
  'nobody’s, direct',
];
const clientOf = (name: string): Client => {
  const client = clients.get(name);
  if (!client) throw new Error(name);
  return client;
};
const nameOf = (id: string) => [...rooms].find(([, room]) => room === id)?.[0] ?? '';

describe.each<[string, string[]]>([
  ['advisor', ['nobody’s', 'the advisor’s', 'of the advisor’s team', 'a colleague’s in the team', 'nobody’s, direct']],
  ['marketing', ['another’s, from Facebook']],
  [
    'marketing and advisor',
    ['nobody’s', 'of the advisor’s team', 'a colleague’s in the team', 'another’s, from Facebook', 'nobody’s, direct'],
  ],
  ['supervisor', ALL],
  ['admin', ALL],
  ['key', ALL],
])('%s', (name, seen) => {
  it('lists exactly what they may see', async () => {
    const { data } = await clientOf(name).read<ConversationPage>('/conversations');
    expect(data.map(({ id }) => nameOf(id)).sort()).toEqual([...seen].sort());
  });

  it('opens what they may see, and for the rest there is nothing there', async () => {
    for (const [room, id] of rooms) {
      for (const path of ['', '/messages', '/can-send']) {
        const { status, text } = await clientOf(name).ask('GET', `/conversations/${id}${path}`);
        expect([room, path, status]).toEqual([room, path, seen.includes(room) ? 200 : 404]);
        if (status === 404) expect(text).not.toContain(room);
      }
    }
  });

  it('counts and finds no more than that', async () => {
    const { all } = await clientOf(name).read<ConversationCounts>('/conversations/counts');
    expect(all).toEqual({ total: seen.length, unread: seen.length });
    for (const [room] of rooms) {
      const { data } = await clientOf(name).read<ConversationPage>(`/conversations?q=${encodeURIComponent(room)}`);
      expect(data.some(({ id }) => nameOf(id) === room)).toBe(seen.includes(room));
    }
  });
});

describe('what is not theirs', () => {
  const hidden = () => rooms.get('another’s') ?? '';
  it.each<['GET' | 'POST' | 'PATCH' | 'PUT', string, object | undefined]>([
    ['PATCH', '', { status: 'closed' }],
    ['POST', '/assign', { assigneeId: null }],
    ['POST', '/claim', undefined],
    ['PUT', '/assistant', { mode: 'off' }],
    ['POST', '/messages', { type: 'text', text: 'x' }],
    ['POST', '/notes', { text: 'x' }],
    ['POST', '/read', undefined],
    ['POST', '/unread', undefined],
    ['PUT', '/draft', { mode: 'reply', text: 'x' }],
    ['GET', '/draft', undefined],
  ])('an advisor cannot change: %s %s', async (method, path, body) => {
    const before = await clientOf('admin').read<{ version: number }>(`/conversations/${hidden()}`);
    expect((await clientOf('advisor').ask(method, `/conversations/${hidden()}${path}`, body)).status).toBe(404);
    expect((await clientOf('advisor').ask(method, `/conversations/${newId()}${path}`, body)).status).toBe(404);
    expect(await clientOf('admin').read(`/conversations/${hidden()}`)).toMatchObject({ version: before.version });
  });

  it('marketing may read and change nothing, not even what its links brought', async () => {
    const id = rooms.get('another’s, from Facebook') ?? '';
    for (const [method, path, body] of [
      ['PATCH', '', { priority: 'high' }],
      ['POST', '/notes', { text: 'x' }],
      ['POST', '/claim', {}],
      ['POST', '/assign', { assigneeId: null }],
    ] as const) {
      expect((await clientOf('marketing').ask(method, `/conversations/${id}${path}`, body)).status).toBe(403);
    }
  });

  it('nobody at all is asked to sign in', async () => {
    for (const path of ['', '/counts', `/${hidden()}`, `/${hidden()}/messages`]) {
      expect((await fetch(`${app.origin}/api/v1/conversations${path}`)).status).toBe(401);
    }
  });

  it('follows whoever joins or leaves a team', async () => {
    const advisor = clientOf('advisor') as Person;
    const id = rooms.get('of the advisor’s team') ?? '';
    await app.sql.rows('delete from team_member where user_id = $1', [advisor.id]);
    expect((await advisor.ask('GET', `/conversations/${id}`)).status).toBe(404);
  });
});
