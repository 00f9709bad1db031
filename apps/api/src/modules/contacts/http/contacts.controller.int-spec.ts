import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { startHttp, type HttpContext } from '../../../testing/http-context.js';
import { AuthModule, permissionsOf, type Principal } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';
import { Consents, ContactIdentification, Contacts, ContactsModule, PersonalDataHolders } from '../index.js';

const userId = newId();
const principal: Principal = {
  kind: 'user',
  id: userId,
  name: 'Sofía Vera',
  roles: ['supervisor'],
  teamIds: [],
  permissions: permissionsOf(['supervisor']),
};
let http: HttpContext;

beforeAll(async () => {
  http = await startHttp([AuthModule, ContactsModule, ContactsHttpModule], principal);
});
afterAll(() => http.close());

interface Detail {
  id: string;
  name: string;
  phone: string | null;
  version: number;
  blocked: boolean;
  nameSource: string;
  identities: unknown[];
  consents: { state: string }[];
}
interface List {
  data: { id: string; name: string }[];
  nextCursor: string | null;
}
const created = async (body: object): Promise<Detail> => {
  const answer = await http.ask<Detail>('POST', '/contacts', body);
  expect(answer.status).toBe(201);
  return answer.body;
};
const found = async (query: string): Promise<string[]> =>
  (await http.ask<List>('GET', `/contacts?${query}`)).body.data.map(({ id }) => id);

describe('the address book', () => {
  it('writes a person down, shows them and keeps what was done on record', async () => {
    const ana = await created({
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
    const read = await http.ask<Detail>('GET', `/contacts/${ana.id}`);
    expect(read.body).toEqual(ana);
    expect(read.headers.etag).toBe(`"${ana.version}"`);
    expect(await http.sql.rows(`select action, target_id from audit_entry where target_id = $1`, [ana.id])).toEqual([
      { action: 'contact.created', target_id: ana.id },
    ]);
    expect(await http.appended('contact.changed')).toContainEqual({ contactId: ana.id });
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
    const names = (await http.ask<List>('GET', `/contacts?q=${encodeURIComponent(q)}`)).body.data.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Ana Ruíz']);
  });

  it.each(['604', '6047', 'pedro', 'ana@example.org', '%', '_'])('does not find her by %s', async (q) => {
    expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('pages through everybody, the newest first, each once', async () => {
    for (const name of ['Uno', 'Dos', 'Tres']) await created({ name, tags: ['paged'], type: 'wholesale' });
    const first = (await http.ask<List>('GET', '/contacts?tag=paged&limit=2')).body;
    const second = (
      await http.ask<List>('GET', `/contacts?tag=paged&type=wholesale&limit=2&cursor=${first.nextCursor}`)
    ).body;
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(['Tres', 'Dos', 'Uno']);
    expect(second.nextCursor).toBeNull();
    expect((await http.ask('GET', '/contacts?cursor=WyJ4Il0')).status).toBe(400);
  });

  it('changes what was sent, refuses stale writes, and writes nothing when nothing is different', async () => {
    const { id, version } = await created({ name: 'Luis' });
    const changed = await http.ask<Detail>(
      'PATCH',
      `/contacts/${id}`,
      { city: 'Quito', blocked: true },
      { 'if-match': `"${version}"` },
    );
    expect(changed.body).toMatchObject({ city: 'Quito', blocked: true, name: 'Luis' });
    const stale = await http.ask('PATCH', `/contacts/${id}`, { city: 'Loja' }, { 'if-match': `"${version}"` });
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version', currentVersion: changed.body.version } });
    const same = await http.ask<Detail>('PATCH', `/contacts/${id}`, { city: 'Quito', blocked: true });
    expect(same.body.version).toBe(changed.body.version);
    expect(
      (
        await http.sql.rows(`select detail from audit_entry where target_id = $1 and action = 'contact.changed'`, [id])
      ).map(({ detail }) => detail),
    ).toEqual([{ fields: ['city', 'blocked'] }]);
  });

  it('gives one phone to one person, also in another spelling of the same line', async () => {
    const { id } = await created({ name: 'Rui', phone: '+55 11 98765-4321' });
    const again = await http.ask('POST', '/contacts', { name: 'Rui bis', phone: '+55 11 8765-4321' });
    expect(again).toMatchObject({ status: 409, body: { code: 'contact_exists', contactId: id } });
    expect(await found('q=Rui%20bis')).toEqual([]);
  });

  it('forgets a wrong phone, but not one that the person has written from', async () => {
    const { id } = await created({ name: 'Mara', phone: '+593 99 111 2233' });
    await http.ask('PATCH', `/contacts/${id}`, { phone: '+593 99 111 4455' });
    expect(await found('q=1112233')).toEqual([]);
    expect(await found('q=1114455')).toEqual([id]);
    const identification = http.module.get(ContactIdentification);
    const sender = {
      key: 'm',
      channelKind: 'whatsapp_cloud' as const,
      identities: [{ kind: 'wa_id' as const, value: '593991114455' }],
      phone: '+593991114455',
    };
    expect((await identification.resolve([sender])).get('m')).toEqual({ contactId: id, isNew: false, blocked: false });
    await http.ask('PATCH', `/contacts/${id}`, { phone: '+593 99 111 6677' });
    expect((await identification.resolve([sender])).get('m')?.contactId).toBe(id);
    expect((await http.module.get(Contacts).byIds([id])).get(id)?.phone).toBe('+593991116677');
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
    const answer = await http.ask<{ errors: { path: string }[] }>('POST', '/contacts', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error) => error.path)).toContain(path);
  });

  it('says the same of what is not there and what was merged', async () => {
    const { id } = await created({ name: 'Merged' });
    const { id: kept } = await created({ name: 'Kept' });
    await http.sql.rows('update contact set merged_into = $1 where id = $2', [kept, id]);
    const answers = await Promise.all([id, newId()].map((which) => http.ask('GET', `/contacts/${which}`)));
    expect(answers.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array(2).fill([404, 'not_found', expect.any(String)]),
    );
  });
});

describe('consent', () => {
  it('keeps every word in the ledger and the latest one as today’s', async () => {
    const { id } = await created({ name: 'Eva' });
    const consents = http.module.get(Consents);
    const about = { contactId: id, channelKind: 'whatsapp_cloud' as const, category: 'marketing' as const };
    expect((await consents.consentFor([id], 'whatsapp_cloud', 'marketing')).get(id)).toBe('unknown');
    await http.ask('POST', `/contacts/${id}/consents`, {
      channelKind: 'whatsapp_cloud',
      category: 'marketing',
      state: 'granted',
      text: 'dijo que sí en la tienda',
    });
    expect((await consents.consentFor([id], 'whatsapp_twilio', 'marketing')).get(id)).toBe('granted');
    await consents.withdraw({
      ...about,
      by: 'message',
      text: 'BAJA',
      messageId: newId(),
      at: new Date(Date.now() + 1000),
    });
    await consents.grant({ ...about, by: 'import', at: new Date('2020-01-01') });
    const today = async (kind: 'whatsapp_wasender' | 'instagram', category: 'marketing' | 'utility') =>
      (await consents.consentFor([id], kind, category)).get(id);
    expect([
      await today('whatsapp_wasender', 'marketing'),
      await today('instagram', 'marketing'),
      await today('whatsapp_wasender', 'utility'),
    ]).toEqual(['withdrawn', 'unknown', 'unknown']);
    const ledger = await http.ask<{ data: { state: string; source: string; userId: string | null }[] }>(
      'GET',
      `/contacts/${id}/consents`,
    );
    expect(ledger.body.data.map(({ state, source, userId: by }) => [state, source, by])).toEqual([
      ['withdrawn', 'message', null],
      ['granted', 'advisor', userId],
      ['granted', 'import', null],
    ]);
    const told = (await http.appended('consent.changed')).filter(
      (item) => (item as { contactId: string }).contactId === id,
    );
    expect(told.map((item) => (item as { state: string }).state)).toEqual(['granted', 'withdrawn']);
    expect((await http.ask<Detail>('GET', `/contacts/${id}`)).body.consents).toMatchObject([{ state: 'withdrawn' }]);
  });

  it.each(['update consent_entry set state = state', 'delete from consent_entry', 'truncate consent_entry'])(
    'lets nobody do: %s',
    async (statement) => {
      await expect(http.sql.rows(statement)).rejects.toThrow();
    },
  );

  it('knows nobody who is not there', async () => {
    expect(
      (
        await http.ask('POST', `/contacts/${newId()}/consents`, {
          channelKind: 'instagram',
          category: 'marketing',
          state: 'granted',
        })
      ).status,
    ).toBe(404);
  });
});

describe('personal data', () => {
  const PHONE = '593987654321';
  const SECRETS = [PHONE, '987654321', 'rosa.secreta@example.com', 'EC.rosasecret', '1234509876543210'];

  it('stands in no table, index or log line as it is', async () => {
    await http.module.get(ContactIdentification).resolve([
      {
        key: 'r',
        channelKind: 'whatsapp_cloud',
        identities: [
          { kind: 'bsuid', value: 'EC.rosasecret' },
          { kind: 'wa_id', value: PHONE },
        ],
        phone: `+${PHONE}`,
        name: 'Rosa',
      },
      {
        key: 'i',
        channelKind: 'instagram',
        identities: [{ kind: 'igsid', value: '1234509876543210' }],
        name: 'Rosa IG',
      },
    ]);
    const [id = ''] = await found(`q=${PHONE}`);
    await http.ask('PATCH', `/contacts/${id}`, { email: 'rosa.secreta@example.com', name: 'Rosa Conocida' });
    const kept = await everyTextInTheDatabase();
    expect(kept).toContain('Rosa Conocida');
    for (const secret of SECRETS) expect(kept).not.toContain(secret);
  });

  it('is exported whole to the person and erased without a trace', async () => {
    const [id = ''] = await found(`q=${PHONE}`);
    await http.ask('POST', `/contacts/${id}/consents`, {
      channelKind: 'whatsapp_cloud',
      category: 'marketing',
      state: 'withdrawn',
      text: 'palabras de Rosa',
    });
    const [holder] = http.module.get(PersonalDataHolders).all();
    const exported = JSON.stringify(await holder?.exportOf(id));
    for (const own of [`+${PHONE}`, 'rosa.secreta@example.com', 'EC.rosasecret', 'palabras de Rosa'])
      expect(exported).toContain(own);
    expect(exported).not.toContain('1234509876543210');
    await holder?.erase(id);
    await holder?.erase(id);
    expect(await everyTextInTheDatabase()).not.toMatch(/Rosa Conocida|palabras de Rosa/);
    expect(await found(`q=${PHONE}`)).toEqual([]);
    expect((await http.ask('GET', `/contacts/${id}`)).status).toBe(404);
    expect(await holder?.exportOf(id)).toBeNull();
    expect(
      (
        await http.sql.one<{ left: string }>(
          'select (select count(*) from contact_identity where contact_id = $1) + (select count(*) from contact_phone_digit where contact_id = $1) + (select count(*) from consent_entry where contact_id = $1) as left',
          [id],
        )
      )?.left,
    ).toBe('0');
  });

  async function everyTextInTheDatabase(): Promise<string> {
    const tables = await http.sql.rows<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) => http.sql.rows<{ line: string }>(`select t::text as line from ${name} t`)),
    );
    return dumps
      .flat()
      .map(({ line }) => line)
      .join('\n');
  }
});

it('lists who may be one person', async () => {
  const identification = http.module.get(ContactIdentification);
  const known = {
    key: 'a',
    channelKind: 'whatsapp_cloud' as const,
    identities: [{ kind: 'bsuid' as const, value: 'EC.pair' }],
  };
  const phone = {
    key: 'b',
    channelKind: 'whatsapp_cloud' as const,
    identities: [{ kind: 'wa_id' as const, value: '593922223333' }],
    phone: '+593922223333',
  };
  const made = await identification.resolve([known, phone]);
  await identification.resolve([{ ...phone, key: 'c', identities: [...known.identities, ...phone.identities] }]);
  const answer = await http.ask<{ data: { kept: { id: string }; other: { id: string }; reason: string }[] }>(
    'GET',
    '/contacts/merge-suggestions?limit=1',
  );
  expect(answer.body.data).toMatchObject([
    {
      kept: { id: made.get('a')?.contactId },
      other: { id: made.get('b')?.contactId, phone: '+593922223333' },
      reason: 'seen_together',
    },
  ]);
});
