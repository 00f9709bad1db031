import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recipientOf } from './recipient.js';

describe('whom a message reaches', () => {
  it.each([
    ['the phone that is known', { identities: [], phone: '+593991112222' }, { to: '+593991112222' }],
    [
      'the phone before the WhatsApp id',
      { identities: [{ kind: 'wa_id', value: '5215512345678' }], phone: '+525512345678' },
      { to: '+525512345678' },
    ],
    [
      'the WhatsApp id with a plus',
      { identities: [{ kind: 'wa_id', value: '593991112222' }] },
      { to: '+593991112222' },
    ],
    [
      'the WhatsApp id with one plus only',
      { identities: [{ kind: 'wa_id', value: '+593991112222' }] },
      { to: '+593991112222' },
    ],
    [
      'the phone before the user id',
      {
        identities: [
          { kind: 'bsuid', value: 'EC.1' },
          { kind: 'wa_id', value: '593991112222' },
        ],
      },
      { to: '+593991112222' },
    ],
    ['the user id when there is no phone', { identities: [{ kind: 'bsuid', value: 'EC.1' }] }, { recipient: 'EC.1' }],
    ['nobody', { identities: [] }, undefined],
    ['nobody by an Instagram id', { identities: [{ kind: 'igsid', value: '178' }] }, undefined],
    ['nobody by a linked id', { identities: [{ kind: 'lid', value: '178' }] }, undefined],
  ] as const)('is %s', (_name, to, expected) => {
    expect(recipientOf({ ...to, identities: [...to.identities] })).toEqual(expected);
  });

  it.each(['593991112222', '+0991112222', '+1234', '+1234567890123456', '+593 99 111 2222', '+59399111222a', ''])(
    'is nobody, not even by user id, when the phone is %j',
    (phone) => {
      expect(recipientOf({ identities: [{ kind: 'bsuid', value: 'EC.1' }], phone })).toBeUndefined();
    },
  );

  it('is never a number without its plus', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), fc.string(), (phone, waId) => {
        const told = recipientOf({
          identities: [{ kind: 'wa_id', value: waId }],
          ...(phone !== undefined && { phone }),
        });
        if (told !== undefined) expect(told['to']).toMatch(/^\+[1-9]\d{4,14}$/);
      }),
    );
  });
});
