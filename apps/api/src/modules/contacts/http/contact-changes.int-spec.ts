import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids/uuid.js';
import { keptRows } from '../../../testing/kept-rows.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith } from '../../../testing/test-people.js';
import { AuthHttpModule } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';
import { ContactIdentification, Contacts, LearnAboutContact } from '../index.js';
import type { ContactDetailView, ContactPage } from './contact.view.js';

type Answered = ContactDetailView & { code: string; contactId: string; currentVersion: number };

let host: TestApp;
let keyId: string;
let headers: { authorization: string };
let line = 0;
const freshPhone = (): string => `+59398${String(3_000_000 + (line += 1))}`;

const create = async (body: object): Promise<ContactDetailView> =>
  (await host.request<ContactDetailView>({ method: 'POST', path: '/contacts', headers, body })).body;
const post = (body: object) => host.request<Answered>({ method: 'POST', path: '/contacts', headers, body });
const patch = (id: string, body: object, more: Record<string, string> = {}) =>
  host.request<Answered>({ method: 'PATCH', path: `/contacts/${id}`, headers: { ...headers, ...more }, body });
const read = (id: string) => host.request<Answered>({ path: `/contacts/${id}`, headers });
const found = async (q: string): Promise<string[]> =>
  (await host.request<ContactPage>({ path: `/contacts?q=${encodeURIComponent(q)}`, headers })).body.data.map(
    ({ id }) => id,
  );
const told = async (id: string): Promise<number> =>
  (
    await host
      .get(Sql)
      .rows<{ items: { contactId: string }[] }>("select items from outbox where topic = 'contact.changed'")
  )
    .flatMap(({ items }) => items)
    .filter(({ contactId }) => contactId === id).length;
const record = (id: string) =>
  host
    .get(Sql)
    .rows<{ action: string; actor_id: string; detail: object }>(
      'select action, actor_id, detail from audit_entry where target_id = $1 order by id',
      [id],
    );
const digits = (id: string) =>
  host
    .get(Sql)
    .one<{ n: number }>(
      'select coalesce(cardinality(digests), 0)::int as n from contact_phone_digit where contact_id = $1',
      [id],
    );

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, ContactsHttpModule]);
  ({ id: keyId, headers } = await keyWith(host, ['contacts:read', 'contacts:write']));
});
beforeEach(() => host.get(Sql).rows('delete from outbox'));
afterAll(() => host.close());

describe('a change', () => {
  it('raises the version that the answer and its ETag tell, and is on record with its fields', async () => {
    const { id, version } = await create({ name: 'Ana', tags: ['a'] });
    const changed = await patch(id, { name: 'Ana Ruiz', tags: ['a'], city: 'Quito' }, { 'if-match': `"${version}"` });
    expect([changed.body.version, changed.headers.get('etag')]).toEqual([version + 1, `"${version + 1}"`]);
    expect((await read(id)).body).toEqual(changed.body);
    expect(await record(id)).toEqual([
      { action: 'contact.created', actor_id: keyId, detail: {} },
      { action: 'contact.changed', actor_id: keyId, detail: { fields: ['name', 'city'] } },
    ]);
    expect(await told(id)).toBe(2);
  });

  it('that changes nothing is no change: no version, no record, no word to anybody', async () => {
    const whole = {
      name: 'Ana',
      phone: freshPhone(),
      email: 'igual@example.com',
      city: 'Quito',
      type: 'wholesale',
      tags: ['a', 'b'],
      attributes: { a: 1, b: 'x' },
    };
    const made = await create(whole);
    const before = await keptRows(host.get(Sql), ['contact', 'audit_entry', 'outbox']);
    for (const same of [
      whole,
      {},
      { tags: ['a', 'b'] },
      { phone: whole.phone.replace('+593', '00593 ') },
      { name: ' Ana ' },
    ])
      expect((await patch(made.id, same)).body).toEqual(made);
    expect(await keptRows(host.get(Sql), ['contact', 'audit_entry', 'outbox'])).toEqual(before);
  });

  it.each([5])('by %d at once on one version is one change', async (many) => {
    const { id, version } = await create({ name: 'Ana' });
    const answers = await Promise.all(
      Array.from({ length: many }, (_, index) => patch(id, { city: `C${index}` }, { 'if-match': `"${version}"` })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 200))
      expect([status, body.code, body.currentVersion]).toEqual([412, 'stale_version', version + 1]);
  });

  it('of different fields by two who do not ask for a version keeps both', async () => {
    const { id } = await create({ name: 'Ana' });
    await Promise.all([patch(id, { city: 'Quito' }), patch(id, { tags: ['x'] }), patch(id, { language: 'es' })]);
    expect((await read(id)).body).toMatchObject({ city: 'Quito', tags: ['x'], language: 'es' });
  });

  it('of somebody who is not there is refused in the same words, wherever they went', async () => {
    const [merged, erased, kept] = [
      await create({ name: 'M' }),
      await create({ name: 'E' }),
      await create({ name: 'K' }),
    ];
    await host.get(Sql).rows('update contact set merged_into = $2 where id = $1', [merged.id, kept.id]);
    await host.get(Sql).rows('update contact set erased_at = now() where id = $1', [erased.id]);
    const answers = await Promise.all([merged.id, erased.id, newId()].map((id) => patch(id, { name: 'X' })));
    const words = answers.map(({ status, body }) => [status, body.code]);
    expect(words).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
    for (const { text } of answers) expect(text).not.toContain(kept.id);
    expect((await patch('not-an-id', { name: 'X' })).status).toBe(400);
  });
});

describe('a phone', () => {
  it('that belongs to somebody is theirs, and the refusal says whose', async () => {
    const phone = freshPhone();
    const owner = await create({ name: 'Dueño', phone });
    const other = await create({ name: 'Otro', phone: freshPhone() });
    const before = await keptRows(host.get(Sql), ['contact', 'contact_identity', 'contact_phone_digit', 'audit_entry']);
    for (const answer of [await post({ name: 'Nuevo', phone }), await patch(other.id, { phone, city: 'Loja' })])
      expect([answer.status, answer.body.code, answer.body.contactId]).toEqual([409, 'contact_exists', owner.id]);
    expect(
      await keptRows(host.get(Sql), ['contact', 'contact_identity', 'contact_phone_digit', 'audit_entry']),
    ).toEqual(before);
  });

  it('wanted by many at once goes to one', async () => {
    const phone = freshPhone();
    const answers = await Promise.all([1, 2, 3, 4].map((n) => post({ name: `N${n}`, phone })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const owner = answers.find(({ status }) => status === 201)?.body.id;
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.contactId).toBe(owner);
    expect(await found(phone)).toEqual([owner]);
  });

  it('that was wrong is free again, with all its endings', async () => {
    const [wrong, right] = [freshPhone(), freshPhone()];
    const { id } = await create({ name: 'Mara', phone: wrong });
    await patch(id, { phone: right });
    expect([await found(wrong), await found(right)]).toEqual([[], [id]]);
    const next = await post({ name: 'Luz', phone: wrong });
    expect([next.status, await found(wrong)]).toEqual([201, [next.body.id]]);
    await patch(id, { phone: null });
    expect([await found(right), (await digits(id))?.n]).toEqual([[], 0]);
  });

  it('that came back finds its owner again', async () => {
    const [one, two] = [freshPhone(), freshPhone()];
    const { id } = await create({ name: 'Vera', phone: one });
    for (const phone of [two, one, two]) expect((await patch(id, { phone })).body.phone).toBe(phone);
    expect(await found(two)).toEqual([id]);
    expect((await post({ name: 'X', phone: two })).body.contactId).toBe(id);
  });

  it('is written in any way that says its country, and kept in one', async () => {
    const phone = freshPhone();
    const spelled = [
      phone.replace('+593', '00593'),
      phone.replace('+59398', '+593 98 '),
      phone.replace('+59398', '+593-(98)-'),
    ];
    const { id } = await create({ name: 'Iris', phone });
    for (const spelling of spelled) expect((await patch(id, { phone: spelling })).body).toMatchObject({ phone });
    for (const spelling of spelled) expect((await post({ phone: spelling })).body.contactId).toBe(id);
  });

  it('of somebody who wrote first is found when the advisor writes it down', async () => {
    const phone = freshPhone();
    const sender = {
      key: 'w',
      channelKind: 'whatsapp_cloud' as const,
      identities: [{ kind: 'wa_id' as const, value: phone.slice(1) }],
      phone,
      name: 'Escribe Primero',
    };
    const made = (await host.get(ContactIdentification).resolve([sender])).get('w');
    expect((await post({ name: 'Apuntada', phone })).body.contactId).toBe(made?.contactId);
  });
});

describe('what a customer says of themself', () => {
  const learn = (id: string, learnt: object) => host.get(LearnAboutContact).learn(id, learnt);

  it('fills in what nobody knew and replaces nothing', async () => {
    const { id } = await create({ name: 'Ana', phone: freshPhone() });
    await learn(id, { name: 'Anita', email: 'anita@example.com', city: 'Quito', language: 'es' });
    expect((await read(id)).body).toMatchObject({
      name: 'Ana',
      email: 'anita@example.com',
      city: 'Quito',
      language: 'es',
    });
    await learn(id, { email: 'otra@example.com', city: 'Loja', language: 'pt' });
    expect((await read(id)).body).toMatchObject({ email: 'anita@example.com', city: 'Quito', language: 'es' });
    expect(await found('anita@example.com')).toEqual([id]);
    expect(await found('otra@example.com')).toEqual([]);
  });

  it('is told once, and nothing when there is no news', async () => {
    const { id } = await create({ name: 'Ana' });
    await host.get(Sql).rows('delete from outbox');
    for (const learnt of [{}, { name: 'X' }, { city: '' }, { city: 'Quito' }, { city: 'Quito' }])
      await learn(id, learnt);
    expect(await told(id)).toBe(1);
  });

  it('of nobody is nothing', async () => {
    await expect(learn(newId(), { city: 'Quito' })).resolves.toBeUndefined();
    expect(await host.get(Contacts).detail(newId())).toBeUndefined();
  });
});
