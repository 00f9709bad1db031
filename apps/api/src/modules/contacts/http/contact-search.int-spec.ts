import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../../platform/database/keyset-page.js';
import { newId } from '../../../platform/ids/uuid.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';
import { Contacts, ContactIdentification } from '../index.js';
import type { ContactPage, ContactRowView } from './contact.view.js';

const PEOPLE = [
  { name: 'José Núñez', phone: '+593 96 819 6046', email: 'Jose.Nunez@Example.com', tags: ['vip', 'motos'] },
  { name: 'Josefina Muñoz', phone: '+54 9 11 5550-1234', type: 'wholesale', tags: ['motos'] },
  { name: 'Ana Ruíz', phone: '+55 11 98765-4321', tags: ["it's"] },
  { name: 'Анна Иванова' },
  { name: '100% Motos_Sur', phone: '+593 99 000 0046' },
  { name: 'María José de la Torre', city: 'Quito', tags: ['MOTOS'] },
  { name: 'Zoë', phone: '+52 55 1234 5678' },
  { name: 'Renée Łuczak' },
  { name: 'Teodoro Paredes' },
  { name: 'Teodora Paredes' },
  { phone: '+593 2 222 7777' },
  { email: 'sin.nombre@example.com' },
] as const;

let host: TestApp;
let headers: { authorization: string };

const ask = (query: string) => host.request<ContactPage>({ path: `/contacts${query}`, headers });
const names = async (q: string): Promise<string[]> =>
  (await ask(`?q=${encodeURIComponent(q)}`)).body.data.map(({ name }) => name);

async function walk(filter: string, limit: number): Promise<ContactRowView[]> {
  const seen: ContactRowView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body, status }: { body: ContactPage; status: number } = await ask(
      `?limit=${limit}${filter}${cursor && `&cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    seen.push(...body.data);
    cursor = body.nextCursor;
  }
  return seen;
}

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, ContactsHttpModule]);
  headers = (await keyWith(host, ['contacts:read', 'contacts:write'])).headers;
  for (const body of PEOPLE)
    expect((await host.request({ method: 'POST', path: '/contacts', headers, body })).status).toBe(201);
  await host.get(ContactIdentification).resolve([
    { key: 'ig', channelKind: 'instagram', identities: [{ kind: 'igsid', value: '777' }], username: 'la.moto.de.ana' },
    {
      key: 'wa',
      channelKind: 'whatsapp_cloud',
      identities: [{ kind: 'bsuid', value: 'EC.sinfono' }],
      name: 'Nadie Sin Teléfono',
    },
  ]);
});
afterAll(() => host.close());

describe('by name', () => {
  it.each<[string, string[]]>([
    ['jose nunez', ['José Núñez']],
    ['JOSÉ NÚÑEZ', ['José Núñez']],
    ['nuñez jose', ['José Núñez']],
    ['jose nuñes', ['José Núñez']],
    ['josefna', ['Josefina Muñoz']],
    ['munoz', ['Josefina Muñoz']],
    ['ruiz', ['Ana Ruíz']],
    ['иванова', ['Анна Иванова']],
    ['zoe', ['Zoë']],
    ['renee luczak', ['Renée Łuczak']],
    ['ｚｏｅ', ['Zoë']],
    ['la.moto', ['la.moto.de.ana']],
    ['sin telefono', ['Nadie Sin Teléfono']],
    ['  maría   josé ', ['María José de la Torre']],
  ])('%j finds them first', async (q, expected) => {
    expect((await names(q)).filter((name) => expected.includes(name))).toEqual(expected);
    expect((await names(q)).length).toBeLessThanOrEqual(4);
  });

  it('a name that is somebody`s hides those that are only like it; one that is nobody`s finds them', async () => {
    expect(await names('teodoro paredes')).toEqual(['Teodoro Paredes']);
    expect(await names('teodora paredes')).toEqual(['Teodora Paredes']);
    expect(await names('teodori paredes')).toEqual(['Teodora Paredes', 'Teodoro Paredes']);
  });

  it.each(['%', '_', '%%%', '\\', 'a%z', "' or '1'='1", "'; drop table contact; --", '*', '.*', 'xyzzy', '""', '$1'])(
    '%j is text and finds nobody',
    async (q) => {
      const found = await names(q);
      expect(found.filter((name) => name !== '100% Motos_Sur')).toEqual([]);
    },
  );

  it('signs that stand in a name find that name alone', async () => {
    expect(await names('100%')).toEqual(['100% Motos_Sur']);
    expect(await names('Motos_S')).toEqual(['100% Motos_Sur']);
    expect(await names('％')).toEqual(['100% Motos_Sur']);
  });
});

describe('by phone', () => {
  it.each<[string, string[]]>([
    ['+593968196046', ['José Núñez']],
    ['593 96 819 6046', ['José Núñez']],
    ['0968196046', ['José Núñez']],
    ['(096) 819-6046', ['José Núñez']],
    ['096.819.6046', ['José Núñez']],
    ['6046', ['José Núñez']],
    ['0046', ['100% Motos_Sur']],
    ['046', []],
    ['8196046', ['José Núñez']],
    ['819 60', []],
    ['+54 9 11 5550-1234', ['Josefina Muñoz']],
    ['011 5550 1234', ['Josefina Muñoz']],
    ['5550-1234', ['Josefina Muñoz']],
    ['11987654321', ['Ana Ruíz']],
    ['98765-4321', ['Ana Ruíz']],
    ['２２２７７７７', ['+593 2 222 7777']],
    ['0000000', []],
    ['9999999999', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await names(q)).toEqual(expected);
  });

  it('who has no phone is found by everything else', async () => {
    const [row] = (await ask(`?q=${encodeURIComponent('la.moto')}`)).body.data;
    expect(row).toMatchObject({ name: 'la.moto.de.ana', phone: null, email: null });
  });

  it.each([
    ['+5511987654321', 'Ana Ruíz'],
    ['+551187654321', 'Ana Ruíz'],
    ['+525512345678', 'Zoë'],
    ['+5215512345678', 'Zoë'],
    ['+593968196046', 'José Núñez'],
  ])('the line %s is %s`s, however the country writes it', async (line, name) => {
    const contacts = host.get(Contacts);
    const id = (await contacts.findByPhone(line)) ?? '';
    expect((await contacts.byIds([id])).get(id)?.name).toBe(name);
  });

  it('a line is not taken for another that only looks alike', async () => {
    const contacts = host.get(Contacts);
    for (const line of ['+593968196047', '+543968196046', '+541155501234', '+1968196046'])
      expect(await contacts.findByPhone(line)).toBeUndefined();
  });
});

describe('by e-mail', () => {
  it.each<[string, string[]]>([
    ['jose.nunez@example.com', ['José Núñez']],
    [' JOSE.NUNEZ@EXAMPLE.COM ', ['José Núñez']],
    ['nunez@example.com', []],
    ['jose.nunez@example.co', []],
    ['%@example.com', []],
    ['a@b', []],
  ])('%j finds %j: whole or not at all', async (q, expected) => {
    expect(await names(q)).toEqual(expected);
  });
});

describe('by tag and type', () => {
  it.each<[string, number]>([
    ['?tag=motos', 2],
    ['?tag=MOTOS', 1],
    ["?tag=it's", 1],
    ['?tag=moto', 0],
    ['?tag=motos&type=wholesale', 1],
    ['?type=wholesale', 1],
    ['?tag=vip&q=nunez', 1],
    ['?tag=vip&q=munoz', 0],
    ["?tag=x' or true --", 0],
    ['?tag={a,b}', 0],
  ])('%s finds %d', async (query, count) => {
    const encoded = query.replace(/[' {}]/g, (sign) => encodeURIComponent(sign));
    expect((await ask(encoded)).body.data).toHaveLength(count);
  });

  it.each([
    ['?type=vip', ['?type']],
    ['?tag=a&tag=b', ['?tag']],
    [`?tag=${'x'.repeat(51)}&q=${'x'.repeat(101)}`, ['?q', '?tag']],
    ['?sort=name&order=asc', ['?order', '?sort']],
    ['?limit=1e9', ['?limit']],
    ['?limit=-1&cursor=a&cursor=b', ['?cursor', '?limit']],
    [`?cursor=${encodeCursor(['x'])}`, ['?cursor']],
    [`?cursor=${encodeCursor([`${newId()}'--`])}`, ['?cursor']],
  ])('%s is refused', async (query, paths) => {
    const answer = await ask(query);
    expect([answer.status, refusedPaths(answer)]).toEqual([400, paths]);
  });
});

describe('the whole book', () => {
  it.each([1, 2, 5, 200])('is walked %d at a time, the newest first, each once', async (limit) => {
    const seen = await walk('', limit);
    expect(seen).toHaveLength(PEOPLE.length + 2);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.map(({ id }) => id)).toEqual(
      seen
        .map(({ id }) => id)
        .toSorted()
        .reverse(),
    );
  });

  it('is walked by what was searched, with the search in every step', async () => {
    expect((await walk('&q=jos', 1)).map(({ name }) => name)).toEqual([
      'María José de la Torre',
      'Josefina Muñoz',
      'José Núñez',
    ]);
    expect((await walk('&tag=motos', 1)).map(({ name }) => name)).toEqual(['Josefina Muñoz', 'José Núñez']);
  });

  it('does not lose its place when somebody in it goes', async () => {
    const [first, second, third] = await walk('', 200);
    const page = (await ask('?limit=1')).body;
    await host
      .get(ContactIdentification)
      .resolve([
        { key: 'n', channelKind: 'instagram', identities: [{ kind: 'igsid', value: newId() }], name: 'Recién llegada' },
      ]);
    const next = (await ask(`?limit=2&cursor=${page.nextCursor}`)).body.data.map(({ id }) => id);
    expect([page.data[0]?.id, ...next]).toEqual([first?.id, second?.id, third?.id]);
  });
});
