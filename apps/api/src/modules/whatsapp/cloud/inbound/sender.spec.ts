import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactBook, NO_CONTACTS } from './contact-book.js';
import { resolveSender, senderIds } from './sender.js';

const LUCIA = { wa_id: '5491155501234', user_id: 'AR.1020304050', profile: { name: 'Lucía', username: '@lucia' } };

describe('the two ways WhatsApp names a person', () => {
  it.each([
    ['digits', '593991112222', undefined, { waId: '593991112222' }],
    ['digits with a plus', '+593991112222', undefined, { waId: '593991112222' }],
    ['a number instead of text', 593991112222, undefined, { waId: '593991112222' }],
    ['both', '593991112222', 'EC.abc123', { waId: '593991112222', bsuid: 'EC.abc123' }],
    ['only a user id', undefined, 'EC.abc123', { bsuid: 'EC.abc123' }],
    ['a company user id', undefined, 'EC.ENT.abc123', { bsuid: 'EC.ENT.abc123' }],
    ['a user id where the phone belongs', 'EC.abc123', undefined, { bsuid: 'EC.abc123' }],
    ['too few digits', '1234', undefined, {}],
    ['more digits than a number has', '1234567890123456', undefined, {}],
    ['a leading zero', '0991112222', undefined, {}],
    ['letters in the number', '59399111222x', undefined, {}],
    ['spaces in the number', '593 99 111 2222', undefined, {}],
    ['a user id without a country', undefined, 'abc123', {}],
    ['a user id in small letters', undefined, 'ec.abc123', {}],
    ['a user id with markup', undefined, 'EC.<b>', {}],
    ['a user id longer than any', undefined, `EC.${'a'.repeat(129)}`, {}],
    ['lists and objects', ['593991112222'], { id: 'EC.abc123' }, {}],
    ['nothing', null, undefined, {}],
  ])('reads %s', (_name, phone, userId, expected) => {
    expect(senderIds(phone, userId)).toEqual(expected);
  });

  it('falls back to the parent account, and prefers the person', () => {
    expect(senderIds(undefined, undefined, 'EC.parent1')).toEqual({ bsuid: 'EC.parent1' });
    expect(senderIds(undefined, 'EC.own1', 'EC.parent1')).toEqual({ bsuid: 'EC.own1' });
    expect(senderIds(undefined, 'not one', 'EC.parent1')).toEqual({ bsuid: 'EC.parent1' });
  });

  it('makes a phone of nothing but digits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { waId } = senderIds(text, text);
        if (waId !== undefined) expect(waId).toMatch(/^[1-9]\d{4,14}$/);
      }),
    );
  });
});

describe('a sender', () => {
  it('takes everything its contact tells, the durable identity first', () => {
    expect(resolveSender({ waId: LUCIA.wa_id }, contactBook([LUCIA]))).toEqual({
      identities: [
        { kind: 'bsuid', value: 'AR.1020304050' },
        { kind: 'wa_id', value: '5491155501234' },
      ],
      phone: '+5491155501234',
      name: 'Lucía',
      username: '@lucia',
    });
  });

  it('without a phone has no phone', () => {
    expect(resolveSender({ bsuid: 'GB.1' }, NO_CONTACTS)).toEqual({ identities: [{ kind: 'bsuid', value: 'GB.1' }] });
  });

  it('that nobody named is nobody, also beside a contact without ids', () => {
    expect(resolveSender({}, NO_CONTACTS)).toBeUndefined();
    expect(resolveSender({}, contactBook([{ profile: { name: 'Ana' } }]))).toBeUndefined();
  });

  it('takes the ids of a lone contact when the message has none', () => {
    expect(resolveSender({}, contactBook([LUCIA]))?.phone).toBe('+5491155501234');
  });

  it('takes no id of a lone contact that speaks of another phone', () => {
    const sender = resolveSender({ waId: '593991112222' }, contactBook([LUCIA]));
    expect(sender?.identities).toEqual([{ kind: 'wa_id', value: '593991112222' }]);
    expect(sender?.phone).toBe('+593991112222');
  });

  it('takes no phone of a lone contact that speaks of another user id', () => {
    const sender = resolveSender({ bsuid: 'AR.999' }, contactBook([LUCIA]));
    expect(sender?.identities).toEqual([{ kind: 'bsuid', value: 'AR.999' }]);
    expect(sender).not.toHaveProperty('phone');
  });

  it('is found among many by user id when the phone is unknown', () => {
    const others = Array.from({ length: 50 }, (_, index) => ({
      wa_id: `59399111${1000 + index}`,
      profile: { name: `N${index}` },
    }));
    expect(resolveSender({ bsuid: LUCIA.user_id }, contactBook([...others, LUCIA]))?.name).toBe('Lucía');
    expect(resolveSender({ waId: '593991111007' }, contactBook([...others, LUCIA]))?.name).toBe('N7');
  });

  it.each([
    ['empty', ''],
    ['no text', 7],
    ['missing', undefined],
  ])('keeps no name that is %s', (_what, name) => {
    expect(
      resolveSender({ waId: '593991112222' }, contactBook([{ wa_id: '593991112222', profile: { name } }])),
    ).not.toHaveProperty('name');
  });
});

describe('a contact book', () => {
  it('keeps the first of two that share an id', () => {
    const book = contactBook([
      { wa_id: '593991112222', profile: { name: 'First' } },
      { wa_id: '593991112222', profile: { name: 'Second' } },
    ]);
    expect(resolveSender({ waId: '593991112222' }, book)?.name).toBe('First');
  });

  it('lends no lone contact when there are two, and survives entries that are none', () => {
    expect(contactBook([{ wa_id: '1' }, { wa_id: '2' }]).lone).toBeUndefined();
    expect(contactBook([null, 'x', 3, []]).byId.size).toBe(0);
    expect(contactBook(['x']).lone).toBeUndefined();
    expect(contactBook([])).toBe(NO_CONTACTS);
  });
});
