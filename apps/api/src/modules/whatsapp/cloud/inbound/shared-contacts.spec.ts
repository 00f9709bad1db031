import { describe, expect, it } from '@jest/globals';
import { sharedContacts } from './shared-contacts.js';

const one = (card: object) => sharedContacts([card])[0];

describe('a business card', () => {
  it('keeps name, numbers and addresses', () => {
    const card = {
      name: { formatted_name: 'Ana Gómez', first_name: 'Ana' },
      phones: [{ phone: '+593 99 111 2222', wa_id: '593991112222', type: 'CELL' }, { phone: '02 222 3333' }],
      emails: [{ email: 'ana@example.com', type: 'WORK' }],
    };
    expect(one(card)).toEqual({
      name: 'Ana Gómez',
      phones: [{ phone: '+593 99 111 2222', waId: '593991112222', type: 'CELL' }, { phone: '02 222 3333' }],
      emails: ['ana@example.com'],
    });
  });

  it.each([
    ['the whole name', { name: { formatted_name: 'Ana Gómez' } }, 'Ana Gómez'],
    ['the first name', { name: { formatted_name: '', first_name: 'Ana' } }, 'Ana'],
    ['the name of the vCard', { vcard: 'BEGIN:VCARD\r\nFN:Ana de la vCard\r\nEND:VCARD' }, 'Ana de la vCard'],
    ['the name of a vCard with parameters', { vcard: 'BEGIN:VCARD\nFN;CHARSET=UTF-8: Ana Ñ \nEND:VCARD' }, 'Ana Ñ'],
    ['its first number', { phones: [{ phone: '099' }, { phone: '098' }] }, '099'],
    ['nothing', {}, ''],
    ['nothing either', { name: 'Ana', vcard: 'N:Gomez' }, ''],
  ])('is called by %s', (_name, card, name) => {
    expect(one(card)?.name).toBe(name);
  });

  it('writes a number from its WhatsApp id when that is all there is', () => {
    expect(one({ phones: [{ wa_id: '593991112222' }] })?.phones).toEqual([
      { phone: '+593991112222', waId: '593991112222' },
    ]);
    expect(one({ phones: [{}, null, { phone: '' }, 'x'] })?.phones).toEqual([]);
  });

  it('is the sender’s own only when it answers our request', () => {
    expect(one({ origin: 'REQUEST_CONTACT_INFO' })).toHaveProperty('own', true);
    expect(one({ origin: 'other' })).not.toHaveProperty('own');
    expect(one({ own: true })).not.toHaveProperty('own');
  });

  it('ends somewhere, however long it is', () => {
    const values = Array.from({ length: 200 }, (_, index) => ({ phone: `0${index}`, email: `a${index}@example.com` }));
    const card = one({ phones: values, emails: values });
    expect([card?.phones.length, card?.emails.length]).toEqual([50, 50]);
    expect(sharedContacts(Array.from({ length: 500 }, () => ({})))).toHaveLength(100);
    expect(one({ name: { formatted_name: 'x'.repeat(500) } })?.name).toHaveLength(200);
  });

  it('that is none is passed over, and its neighbours are not', () => {
    expect(sharedContacts([null, 'x', 3, [], { name: { formatted_name: 'Ana' } }]).map(({ name }) => name)).toEqual([
      'Ana',
    ]);
  });

  it('answers at once on a vCard made of nothing but name fields', () => {
    expect(one({ vcard: 'FN'.repeat(30_000) })?.name).toBe('');
  });
});
