import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressesFor,
  channelsOfMedium,
  CONTACT_CHANNEL_KINDS,
  type ContactIdentity,
  IDENTITY_KINDS,
  reachesPhones,
} from './channel-address.js';

const identity: fc.Arbitrary<ContactIdentity> = fc.record({
  kind: fc.constantFrom(...IDENTITY_KINDS),
  value: fc.string({ minLength: 1, maxLength: 8 }),
});
const channel = fc.constantFrom(...CONTACT_CHANNEL_KINDS);
const ONE_OF_EACH: ContactIdentity[] = IDENTITY_KINDS.map((kind) => ({ kind, value: kind }));

describe('where a channel can send', () => {
  it.each([
    ['whatsapp_cloud', ['bsuid', 'wa_id']],
    ['whatsapp_twilio', ['wa_id']],
    ['whatsapp_wasender', ['lid', 'wa_id']],
    ['instagram', ['igsid']],
  ] as const)('%s understands %j, in this order', (kind, expected) => {
    expect(addressesFor(kind, ONE_OF_EACH).map((one) => one.kind)).toEqual(expected);
    expect(addressesFor(kind, ONE_OF_EACH.toReversed()).map((one) => one.kind)).toEqual(expected);
  });

  it('is nowhere when nothing is known', () => {
    for (const kind of CONTACT_CHANNEL_KINDS) expect(addressesFor(kind, [])).toEqual([]);
  });

  it('is made of what was given, in its order within a kind, and of nothing else', () => {
    fc.assert(
      fc.property(channel, fc.array(identity), (kind, known) => {
        const addresses = addressesFor(kind, known);
        for (const address of addresses) expect(known).toContainEqual(address);
        for (const sort of IDENTITY_KINDS) {
          const values = addresses.filter((one) => one.kind === sort).map(({ value }) => value);
          const given = known.filter((one) => one.kind === sort).map(({ value }) => value);
          expect([[], given]).toContainEqual(values);
        }
      }),
    );
  });
});

describe('media', () => {
  it('divide the channels: each belongs to its own medium and to no other', () => {
    fc.assert(
      fc.property(channel, channel, (one, other) => {
        expect(channelsOfMedium(one)).toContain(one);
        expect(channelsOfMedium(one).includes(other)).toBe(channelsOfMedium(other).includes(one));
        expect(channelsOfMedium(one).includes(other)).toBe(reachesPhones(one) === reachesPhones(other));
      }),
    );
  });
});
