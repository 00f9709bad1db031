import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { refusedPaths } from '../../../testing/refusals.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';
import type { ContactDetailView } from './contact.view.js';

let host: TestApp;
let headers: { authorization: string };

const create = (body: unknown, more: Record<string, string> = {}) =>
  host.request<ContactDetailView>({ method: 'POST', path: '/contacts', headers: { ...headers, ...more }, body });
const patch = (id: string, body: unknown) =>
  host.request<ContactDetailView>({ method: 'PATCH', path: `/contacts/${id}`, headers, body });
const read = async (id: string): Promise<ContactDetailView> =>
  (await host.request<ContactDetailView>({ path: `/contacts/${id}`, headers })).body;
const traces = () =>
  keptRows(host.get(Sql), ['contact', 'contact_identity', 'contact_phone_digit', 'audit_entry', 'outbox']);

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, ContactsHttpModule]);
  headers = (await keyWith(host, ['contacts:read', 'contacts:write'])).headers;
});
afterAll(() => host.close());

describe('a contact that does not fit', () => {
  const everything = {
    name: ['Ana'],
    phone: { $gt: '' },
    email: 7,
    city: {},
    language: 'spanish please',
    type: ['retail'],
    tags: 'vip',
    attributes: 'none',
    id: randomUUID(),
    phoneHash: 'x',
    createdAt: '2020-01-01',
  };
  const paths = Object.keys(everything).map((field) => `/${field}`);

  it('hears about every field at once, when new and when changed', async () => {
    const { id } = (await create({ name: 'Ana' })).body;
    const before = await traces();
    const made = await create(everything);
    expect([made.status, refusedPaths(made)]).toEqual([400, paths.toSorted()]);
    const changed = await patch(id, { ...everything, blocked: 'no' });
    expect([changed.status, refusedPaths(changed)]).toEqual([400, [...paths, '/blocked'].sort()]);
    expect(await traces()).toEqual(before);
  });

  it.each<[string, unknown, string]>([
    ['a name of blanks', { name: '   ' }, '/name'],
    ['a long name', { name: 'x'.repeat(201) }, '/name'],
    ['a national phone', { phone: '0968196046' }, '/phone'],
    ['a phone with letters', { phone: '+593 CALL ME' }, '/phone'],
    ['a phone of no country', { phone: '+999123456789' }, '/phone'],
    ['a phone that is too short', { phone: '+5939' }, '/phone'],
    ['a long phone', { phone: `+${'5'.repeat(40)}` }, '/phone'],
    ['an address without a place', { email: 'ana@' }, '/email'],
    ['a long address', { email: `${'a'.repeat(250)}@b.co` }, '/email'],
    ['a long city', { name: 'X', city: 'x'.repeat(121) }, '/city'],
    ['a language with a command', { name: 'X', language: 'es;drop' }, '/language'],
    ['another type', { name: 'X', type: 'vip' }, '/type'],
    ['null for the type', { name: 'X', type: null }, '/type'],
    ['null for the tags', { name: 'X', tags: null }, '/tags'],
    ['null for the attributes', { name: 'X', attributes: null }, '/attributes'],
    ['tags that are the same after trimming', { name: 'X', tags: ['a', ' a '] }, '/tags'],
    ['a tag of blanks', { name: 'X', tags: [' '] }, '/tags'],
    ['a long tag', { name: 'X', tags: ['x'.repeat(51)] }, '/tags'],
    ['too many tags', { name: 'X', tags: Array.from({ length: 51 }, (_, index) => `t${index}`) }, '/tags'],
    ['attributes in a list', { name: 'X', attributes: [] }, '/attributes'],
    ['attributes inside attributes', { name: 'X', attributes: { a: { b: 1 } } }, '/attributes'],
    ['an attribute with a strange name', { name: 'X', attributes: { a$b: 1 } }, '/attributes'],
    ['an attribute of a book', { name: 'X', attributes: { a: 'x'.repeat(1001) } }, '/attributes'],
    ['nothing to know them by', { city: 'Quito' }, ''],
    ['nothing but nulls', { name: null, phone: null, email: null }, ''],
    ['nothing but blanks', { phone: '  ' }, ''],
  ])('%s is refused, and nothing is written', async (_, body, path) => {
    const before = await traces();
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(refusedPaths(answer)).toContain(path);
    expect(await traces()).toEqual(before);
  });

  it('holds a character that no database keeps: refused, not failed', async () => {
    for (const body of [
      { name: 'A\u0000na' },
      { name: 'X', tags: ['\u0000'] },
      { name: 'X', attributes: { a: '\u0000' } },
    ])
      expect((await create(body)).status).toBe(400);
  });
});

describe('a contact that fits', () => {
  it.each([
    `Robert'); drop table contact; --`,
    '<img src=x onerror=alert(1)>',
    '{{constructor.constructor("return 1")()}}',
    '${process.env}',
    'Ñandú 🙂 Żółć 李',
    '=cmd|calc!A1',
  ])('is called %s and stays so', async (name) => {
    const made = await create({ name, city: name, attributes: { nota: name }, tags: [name.slice(0, 50).trim()] });
    expect(made.status).toBe(201);
    expect(await read(made.body.id)).toMatchObject({
      name,
      city: name,
      attributes: { nota: name },
      nameSource: 'person',
    });
  });

  it('keeps what fits exactly', async () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`campo ${index}`, index % 2 === 0 ? 'x'.repeat(1000) : index]),
    );
    const whole = {
      name: 'x'.repeat(200),
      city: 'y'.repeat(120),
      language: 'pt-BR',
      type: 'wholesale',
      tags: Array.from({ length: 50 }, (_, index) => `t${index}`),
      attributes,
    };
    expect((await create(whole)).body).toMatchObject(whole);
  });

  it('reaches no prototype by an attribute', async () => {
    const raw = '{"name":"X","attributes":{"__proto__":{"isAdmin":true}}}';
    const answer = await fetch(`${host.origin}/contacts`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: raw,
    });
    expect([400, 201]).toContain(answer.status);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    const odd = await create({ name: 'X', attributes: { constructor: 'a', talla: 'M' } });
    expect([odd.status, odd.body.attributes]).toEqual([201, expect.objectContaining({ talla: 'M' })]);
  });

  it.each([
    ['a phone', { phone: '+593 96 819 6046' }, '+593 96 819 6046'],
    ['an e-mail', { email: 'sola@example.com' }, ''],
    ['a name', { name: ' Ana ' }, 'Ana'],
  ])('may have only %s', async (_, body, name) => {
    expect((await create(body)).body).toMatchObject({
      name,
      type: 'retail',
      tags: [],
      attributes: {},
      blocked: false,
      identities: [],
      consents: [],
      version: expect.any(Number),
    });
  });

  it('loses by null what may be missing, and keeps what was not sent', async () => {
    const { id } = (
      await create({
        name: 'Ana',
        phone: '+593 96 111 0001',
        email: 'a1@example.com',
        city: 'Quito',
        language: 'es',
        tags: ['a'],
      })
    ).body;
    expect((await patch(id, { city: null, language: null, email: null })).body).toMatchObject({
      name: 'Ana',
      phone: '+593961110001',
      city: null,
      language: null,
      email: null,
      tags: ['a'],
    });
    expect((await patch(id, { phone: null })).body).toMatchObject({ name: 'Ana', phone: null });
    expect((await patch(id, { name: null })).body).toMatchObject({ name: '', nameSource: 'provider' });
    expect((await patch(id, {})).body.tags).toEqual(['a']);
  });

  it('is made once for one Idempotency-Key, and another body under it is refused', async () => {
    const more = { 'idempotency-key': randomUUID() };
    const [one, again] = [await create({ name: 'Una sola' }, more), await create({ name: 'Una sola' }, more)];
    expect(again.body.id).toBe(one.body.id);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await create({ name: 'Otra' }, more)).status).toBe(409);
    expect((await host.get(Sql).rows("select 1 from contact where name = 'Una sola'")).length).toBe(1);
  });
});

describe('a blocked contact', () => {
  it('says since when, and blocking again or "no block" without one changes nothing', async () => {
    const { id, version } = (await create({ name: 'Molesto' })).body;
    expect((await patch(id, { blocked: false })).body).toMatchObject({ blocked: false, blockedAt: null, version });
    const blocked = (await patch(id, { blocked: true })).body;
    expect([blocked.blocked, blocked.blockedAt]).toEqual([true, expect.any(String)]);
    expect((await patch(id, { blocked: true })).body).toEqual(blocked);
    expect(refusedPaths(await patch(id, { blocked: null }))).toEqual(['/blocked']);
    expect((await patch(id, { blocked: false })).body).toMatchObject({ blocked: false, blockedAt: null });
  });
});
