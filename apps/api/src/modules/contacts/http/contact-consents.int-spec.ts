import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Consents } from '../index.js';
import { type AddressBook, type ContactDetail, startAddressBook } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => {
  book = await startAddressBook();
});
afterAll(() => book.close());

describe('consent', () => {
  it('keeps every word in the ledger and the latest one as today’s', async () => {
    const { id } = await book.created({ name: 'Eva' });
    const consents = book.module.get(Consents);
    const about = { contactId: id, channelKind: 'whatsapp_cloud' as const, category: 'marketing' as const };
    expect((await consents.consentFor([id], 'whatsapp_cloud', 'marketing')).get(id)).toBe('unknown');
    await book.ask('POST', `/contacts/${id}/consents`, {
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
    const ledger = await book.ask<{ data: { state: string; source: string; userId: string | null }[] }>(
      'GET',
      `/contacts/${id}/consents`,
    );
    expect(ledger.body.data.map(({ state, source, userId: by }) => [state, source, by])).toEqual([
      ['withdrawn', 'message', null],
      ['granted', 'advisor', book.userId],
      ['granted', 'import', null],
    ]);
    const told = (await book.appended('consent.changed')).filter(
      (item) => (item as { contactId: string }).contactId === id,
    );
    expect(told.map((item) => (item as { state: string }).state)).toEqual(['granted', 'withdrawn']);
    expect((await book.ask<ContactDetail>('GET', `/contacts/${id}`)).body.consents).toMatchObject([
      { state: 'withdrawn' },
    ]);
  });

  it.each(['update consent_entry set state = state', 'delete from consent_entry', 'truncate consent_entry'])(
    'lets nobody do: %s',
    async (statement) => {
      await expect(book.sql.rows(statement)).rejects.toThrow();
    },
  );

  it('knows nobody who is not there', async () => {
    expect(
      (
        await book.ask('POST', `/contacts/${newId()}/consents`, {
          channelKind: 'instagram',
          category: 'marketing',
          state: 'granted',
        })
      ).status,
    ).toBe(404);
  });
});
