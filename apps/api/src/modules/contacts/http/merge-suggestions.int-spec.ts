import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ContactIdentification } from '../index.js';
import { type AddressBook, startAddressBook } from '../testing/address-book.js';

let book: AddressBook;
beforeAll(async () => {
  book = await startAddressBook();
});
afterAll(() => book.close());

it('lists who may be one person', async () => {
  const identification = book.module.get(ContactIdentification);
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
  const answer = await book.ask<{ data: { kept: { id: string }; other: { id: string }; reason: string }[] }>(
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
