import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContactIdentification, PersonalDataHolders } from '../index.js';
import { type AddressBook, startAddressBook } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => {
  book = await startAddressBook();
});
afterAll(() => book.close());

describe('personal data', () => {
  const PHONE = '593987654321';
  const SECRETS = [PHONE, '987654321', 'rosa.secreta@example.com', 'EC.rosasecret', '1234509876543210'];

  it('stands in no table, index or log line as it is', async () => {
    await book.module.get(ContactIdentification).resolve([
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
    const [id = ''] = await book.found(`q=${PHONE}`);
    await book.ask('PATCH', `/contacts/${id}`, { email: 'rosa.secreta@example.com', name: 'Rosa Conocida' });
    const kept = await everyTextInTheDatabase();
    expect(kept).toContain('Rosa Conocida');
    for (const secret of SECRETS) expect(kept).not.toContain(secret);
  });

  it('is exported whole to the person and erased without a trace', async () => {
    const [id = ''] = await book.found(`q=${PHONE}`);
    await book.ask('POST', `/contacts/${id}/consents`, {
      channelKind: 'whatsapp_cloud',
      category: 'marketing',
      state: 'withdrawn',
      text: 'palabras de Rosa',
    });
    const [holder] = book.module.get(PersonalDataHolders).all();
    const exported = JSON.stringify(await holder?.exportOf(id));
    for (const own of [`+${PHONE}`, 'rosa.secreta@example.com', 'EC.rosasecret', 'palabras de Rosa'])
      expect(exported).toContain(own);
    expect(exported).not.toContain('1234509876543210');
    await holder?.erase(id);
    await holder?.erase(id);
    expect(await everyTextInTheDatabase()).not.toMatch(/Rosa Conocida|palabras de Rosa/);
    expect(await book.found(`q=${PHONE}`)).toEqual([]);
    expect((await book.ask('GET', `/contacts/${id}`)).status).toBe(404);
    expect(await holder?.exportOf(id)).toBeNull();
    expect(
      (
        await book.sql.one<{ left: string }>(
          'select (select count(*) from contact_identity where contact_id = $1) + (select count(*) from contact_phone_digit where contact_id = $1) + (select count(*) from consent_entry where contact_id = $1) as left',
          [id],
        )
      )?.left,
    ).toBe('0');
  });

  async function everyTextInTheDatabase(): Promise<string> {
    const tables = await book.sql.rows<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) => book.sql.rows<{ line: string }>(`select t::text as line from ${name} t`)),
    );
    return dumps
      .flat()
      .map(({ line }) => line)
      .join('\n');
  }
});
