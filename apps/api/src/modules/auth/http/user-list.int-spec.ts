import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { Sql } from '../../../platform/database/sql.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../auth-http.module.js';
import type { Role } from '../domain/permissions.js';
import { CreateUser } from '../services/create-user.js';
import { Teams } from '../services/teams.js';
import type { UserPage, UserView } from './users.dto.js';

const PEOPLE: readonly [name: string, roles: Role[]][] = [
  ['Álvaro Núñez', ['advisor']],
  ['Ana', ['advisor', 'marketing']],
  ['Ana', ['advisor']],
  ['Ana', ['supervisor']],
  ['Ñandú Pérez', ['marketing']],
  ['O`Brien % _', ['advisor']],
  ['ana maría', ['advisor']],
  ['Żółć', ['admin']],
  ['ñ'.repeat(120), ['advisor']],
  ['🙂'.repeat(60), ['advisor']],
];
let host: TestApp;
let teamId: string;
let headers: { authorization: string };
let reader: { authorization: string };

const ask = (query: string, by = headers) => host.request<UserPage>({ path: `/users${query}`, headers: by });
const names = async (query: string): Promise<string[]> => (await ask(query)).body.data.map(({ name }) => name);

async function walk(query: string, limit: number): Promise<UserView[]> {
  const seen: UserView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await ask(`?limit=${limit}${query}${cursor && `&cursor=${cursor}`}`);
    expect(answer.status).toBe(200);
    seen.push(...answer.body.data);
    cursor = answer.body.nextCursor;
  }
  return seen;
}

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
  headers = (await keyWith(host, ['conversations:read', 'users:manage'])).headers;
  reader = (await keyWith(host, ['conversations:read'])).headers;
  const ids: string[] = [];
  for (const [index, [name, roles]] of PEOPLE.entries())
    ids.push(
      await host
        .get(CreateUser)
        .create('system', { name, roles, email: `p${index}@tienda.test`, password: 'lluvia-sobre-quito' }),
    );
  teamId = (await host.get(Teams).create('system', 'Ventas', ids.slice(0, 3))).id;
  await host.get(Sql).rows('update app_user set active = false where id = $1', [ids[3]]);
});
afterAll(() => host.close());

describe('colleagues', () => {
  it.each([1, 2, 3, 7, 200])('are walked %d at a time: everybody once, in one order', async (limit) => {
    const seen = await walk('', limit);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(PEOPLE.length);
    const whole = (await ask('?limit=200')).body.data;
    expect(seen.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  });

  it('who share a name are told apart by who came first', async () => {
    const anas = (await walk('&q=ana', 1)).filter(({ name }) => name === 'Ana');
    expect(anas).toHaveLength(3);
    expect(anas.map(({ id }) => id)).toEqual(anas.map(({ id }) => id).toSorted());
  });

  it.each<[string, string[]]>([
    ['?q=NUNEZ', ['Álvaro Núñez']],
    ['?q=alvaro', ['Álvaro Núñez']],
    ['?q=nandu', ['Ñandú Pérez']],
    ['?q=zo', ['Żółć']],
    ['?q=%25', ['O`Brien % _']],
    ['?q=_', ['O`Brien % _']],
    ["?q=' or 1=1 --", []],
    ['?q=\\', []],
    ['?role=supervisor', ['Ana']],
    ['?role=supervisor&active=true', []],
    ['?active=false', ['Ana']],
    ['?role=marketing&q=perez', ['Ñandú Pérez']],
  ])('are found by %s', async (query, expected) => {
    expect(await names(query.replace(/ /g, '%20').replace('\\', '%5C'))).toEqual(expected);
  });

  it('are found by their team, with a name or a role besides', async () => {
    expect(await names(`?teamId=${teamId}`)).toHaveLength(3);
    expect(await names(`?teamId=${teamId}&role=marketing`)).toEqual(['Ana']);
    expect(await names(`?teamId=${teamId}&q=nunez`)).toEqual(['Álvaro Núñez']);
    expect((await ask(`?teamId=${teamId}`)).body.data.flatMap(({ teams }) => teams)).toEqual(
      Array.from({ length: 3 }, () => ({ id: teamId, name: 'Ventas' })),
    );
  });

  it.each([
    ['?role=owner', '?role'],
    ['?role=admin&role=advisor', '?role'],
    ['?active=maybe', '?active'],
    ['?teamId=1', '?teamId'],
    ['?limit=0', '?limit'],
    ['?limit=201', '?limit'],
    ['?limit=x', '?limit'],
    ['?sort=name', '?sort'],
    ['?q=a&q=b', '?q'],
    [`?q=${'a'.repeat(101)}`, '?q'],
    ['?sort=name;drop%20table%20app_user', '?sort'],
  ])('cannot be asked for by %s', async (query, path) => {
    const answer = await host.request<{ errors: { path: string }[] }>({ path: `/users${query}`, headers });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['one part', encodeCursor(['Ana'])],
    ['no id', encodeCursor(['Ana', 'x'])],
    ['nothing', encodeCursor([null, null])],
    ['a wish', encodeCursor(['Ana', "' or true --"])],
    ['a number', Buffer.from('[1,2]').toString('base64url')],
  ])('do not go on from a cursor that is %s', async (_, cursor) => {
    expect((await host.request({ path: `/users?cursor=${cursor}`, headers })).status).toBe(400);
  });

  it('keep their e-mail from who does not manage them, in the list and alone', async () => {
    const { data } = (await ask('?limit=200', reader)).body;
    expect(new Set(data.map(({ email }) => email))).toEqual(new Set([null]));
    const alone = await host.request<UserView>({ path: `/users/${data[0]?.id}`, headers: reader });
    expect(alone.body.email).toBeNull();
    expect((await ask('?q=alvaro')).body.data.map(({ email }) => email)).toEqual(['p0@tienda.test']);
  });

  it('are asked for by name, never by e-mail', async () => {
    expect((await ask('?q=tienda.test', reader)).body.data).toEqual([]);
    expect((await ask('?q=p0', reader)).body.data).toEqual([]);
  });
});
