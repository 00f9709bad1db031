import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { ContactIdentification, Contacts } from '../index.js';
import { type AddressBook, type ContactDetail, type ContactList, startAddressBook } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => {
  book = await startAddressBook();
});
afterAll(() => book.close());

describe('the address book', () => {
  it('writes a person down, shows them and keeps what was done on record', async () => {
    const ana = await book.created({
      name: '  Ana Ruíz ',
      phone: '+593 96 819 6046',
      email: 'Ana@Example.com',
      tags: ['vip'],
      attributes: { talla: 'M', hijos: 2 },
    });
    expect(ana).toMatchObject({
      name: 'Ana Ruíz',
      phone: '+593968196046',
      email: 'Ana@Example.com',
      nameSource: 'person',
      type: 'retail',
      tags: ['vip'],
      attributes: { talla: 'M', hijos: 2 },
      identities: [],
      consents: [],
      blocked: false,
    });
    const read = await book.ask<ContactDetail>('GET', `/contacts/${ana.id}`);
    expect(read.body).toEqual(ana);
    expect(read.headers.etag).toBe(`"${ana.version}"`);
    expect(await book.sql.rows(`select action, target_id from audit_entry where target_id = $1`, [ana.id])).toEqual([
      { action: 'contact.created', target_id: ana.id },
    ]);
    expect(await book.appended('contact.changed')).toContainEqual({ contactId: ana.id });
  });

  it.each([
    '0968 196 046',
    '6046',
    '968196046',
    '+593 96 819 6046',
    '(096) 819-6046',
    'ana ruiz',
    'RUÍZ',
    'aana ruiz',
    'ana@example.com',
  ])('finds her by %s', async (q) => {
    const names = (await book.ask<ContactList>('GET', `/contacts?q=${encodeURIComponent(q)}`)).body.data.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Ana Ruíz']);
  });

  it.each(['604', '6047', 'pedro', 'ana@example.org', '%', '_'])('does not find her by %s', async (q) => {
    expect(await book.found(`q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('pages through everybody, the newest first, each once', async () => {
    for (const name of ['Uno', 'Dos', 'Tres']) await book.created({ name, tags: ['paged'], type: 'wholesale' });
    const first = (await book.ask<ContactList>('GET', '/contacts?tag=paged&limit=2')).body;
    const second = (
      await book.ask<ContactList>('GET', `/contacts?tag=paged&type=wholesale&limit=2&cursor=${first.nextCursor}`)
    ).body;
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(['Tres', 'Dos', 'Uno']);
    expect(second.nextCursor).toBeNull();
    expect((await book.ask('GET', '/contacts?cursor=WyJ4Il0')).status).toBe(400);
  });

  it('changes what was sent, refuses stale writes, and writes nothing when nothing is different', async () => {
    const { id, version } = await book.created({ name: 'Luis' });
    const changed = await book.ask<ContactDetail>(
      'PATCH',
      `/contacts/${id}`,
      { city: 'Quito', blocked: true },
      { 'if-match': `"${version}"` },
    );
    expect(changed.body).toMatchObject({ city: 'Quito', blocked: true, name: 'Luis' });
    const stale = await book.ask('PATCH', `/contacts/${id}`, { city: 'Loja' }, { 'if-match': `"${version}"` });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version', currentVersion: changed.body.version } });
    const same = await book.ask<ContactDetail>('PATCH', `/contacts/${id}`, { city: 'Quito', blocked: true });
    expect(same.body.version).toBe(changed.body.version);
    expect(
      (
        await book.sql.rows(`select detail from audit_entry where target_id = $1 and action = 'contact.changed'`, [id])
      ).map(({ detail }) => detail),
    ).toEqual([{ fields: ['city', 'blocked'] }]);
  });

  it('gives one phone to one person, also in another spelling of the same line', async () => {
    const { id } = await book.created({ name: 'Rui', phone: '+55 11 98765-4321' });
    const again = await book.ask('POST', '/contacts', { name: 'Rui bis', phone: '+55 11 8765-4321' });
    expect(again).toMatchObject({ status: 409, body: { code: 'contact_exists', contactId: id } });
    expect(await book.found('q=Rui%20bis')).toEqual([]);
  });

  it('forgets a wrong phone, but not one that the person has written from', async () => {
    const { id } = await book.created({ name: 'Mara', phone: '+593 99 111 2233' });
    await book.ask('PATCH', `/contacts/${id}`, { phone: '+593 99 111 4455' });
    expect(await book.found('q=1112233')).toEqual([]);
    expect(await book.found('q=1114455')).toEqual([id]);
    const identification = book.module.get(ContactIdentification);
    const sender = {
      key: 'm',
      channelKind: 'whatsapp_cloud' as const,
      identities: [{ kind: 'wa_id' as const, value: '593991114455' }],
      phone: '+593991114455',
    };
    expect((await identification.resolve([sender])).get('m')).toEqual({ contactId: id, isNew: false, blocked: false });
    await book.ask('PATCH', `/contacts/${id}`, { phone: '+593 99 111 6677' });
    expect((await identification.resolve([sender])).get('m')?.contactId).toBe(id);
    expect((await book.module.get(Contacts).byIds([id])).get(id)?.phone).toBe('+593991116677');
  });

  it.each<[object, string]>([
    [{}, ''],
    [{ name: 'X', phone: '0968196046' }, '/phone'],
    [{ name: { $ne: 1 } }, '/name'],
    [{ name: 'X', email: 'nobody' }, '/email'],
    [{ name: 'X', tags: ['a', 'a'] }, '/tags'],
    [{ name: 'X', attributes: { deep: { er: 1 } } }, '/attributes'],
    [{ name: 'X', mergedInto: newId() }, '/mergedInto'],
    [{ name: 'X', type: 'vip' }, '/type'],
  ])('refuses %j, naming the field', async (body, path) => {
    const answer = await book.ask<{ errors: { path: string }[] }>('POST', '/contacts', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });

  it('says the same of what is not there and what was merged', async () => {
    const { id } = await book.created({ name: 'Merged' });
    const { id: kept } = await book.created({ name: 'Kept' });
    await book.sql.rows('update contact set merged_into = $1 where id = $2', [kept, id]);
    const answers = await Promise.all([id, newId()].map((which) => book.ask('GET', `/contacts/${which}`)));
    expect(answers.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array(2).fill([404, 'not_found', expect.any(String)]),
    );
  });
});
