import { describe, expect, it } from '@jest/globals';
import { contactsBody } from './contacts-body.js';

describe('business cards', () => {
  const sent = (name: string, over: object = {}) => contactsBody([{ name, phones: [], emails: [], ...over }]);

  it('give the first word as the part of the name that Meta wants', () => {
    expect(sent('  Ana María Gómez ')).toMatchObject({
      ok: true,
      body: { contacts: [{ name: { formatted_name: '  Ana María Gómez ', first_name: 'Ana' } }] },
    });
  });

  it('write numbers and addresses only when there are some', () => {
    expect(sent('Ana')).toEqual({
      ok: true,
      body: { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana', first_name: 'Ana' } }] },
    });
    expect(sent('Ana', { phones: [{ phone: '099' }], emails: ['a@example.com'] })).toMatchObject({
      body: { contacts: [{ phones: [{ phone: '099' }], emails: [{ email: 'a@example.com' }] }] },
    });
  });

  it('need a name each, and to be there', () => {
    for (const result of [
      contactsBody([]),
      sent(' '),
      contactsBody([
        { name: 'Ana', phones: [], emails: [] },
        { name: '', phones: [], emails: [] },
      ]),
    ]) {
      expect(result).toMatchObject({ ok: false, failure: { code: 'hilo_contact_nameless' } });
    }
  });
});
