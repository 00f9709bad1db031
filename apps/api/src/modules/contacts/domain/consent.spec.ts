import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressesFor, channelsOfMedium } from './channel-address.js';
import { currentConsent, type DatedConsent } from './consent.js';
import { readContactSearch } from './contact-search.js';

const entry = (state: DatedConsent['state'], ms: number): DatedConsent => ({ state, at: new Date(ms) });

describe('consent today', () => {
  it('is unknown until somebody speaks', () => expect(currentConsent([])).toBe('unknown'));
  it('is the latest word, and a refusal at the same moment', () => {
    expect(currentConsent([entry('withdrawn', 2), entry('granted', 1)])).toBe('withdrawn');
    expect(currentConsent([entry('withdrawn', 1), entry('granted', 2)])).toBe('granted');
    expect(currentConsent([entry('withdrawn', 1), entry('granted', 1)])).toBe('withdrawn');
  });
  it('does not depend on the order of the entries', () => {
    const entries = fc.array(
      fc.record({
        state: fc.constantFrom('granted' as const, 'withdrawn' as const),
        at: fc.integer({ min: 0, max: 5 }).map((ms) => new Date(ms)),
      }),
    );
    fc.assert(fc.property(entries, (list) => expect(currentConsent(list)).toBe(currentConsent(list.toReversed()))));
  });
  it('holds for the whole medium', () => {
    expect(channelsOfMedium('whatsapp_twilio')).toEqual(['whatsapp_cloud', 'whatsapp_twilio', 'whatsapp_wasender']);
    expect(channelsOfMedium('instagram')).toEqual(['instagram']);
  });
});

describe('addresses', () => {
  it('are those that the channel understands, the most durable first', () => {
    const identities = [
      { kind: 'wa_id' as const, value: 'new' },
      { kind: 'wa_id' as const, value: 'old' },
      { kind: 'igsid' as const, value: 'i' },
      { kind: 'bsuid' as const, value: 'b' },
    ];
    expect(addressesFor('whatsapp_cloud', identities).map(({ value }) => value)).toEqual(['b', 'new', 'old']);
    expect(addressesFor('instagram', identities).map(({ value }) => value)).toEqual(['i']);
  });
});

describe('what somebody searches for', () => {
  it.each<[string | undefined, object]>([
    [undefined, { kind: 'everything' }],
    ['   ', { kind: 'everything' }],
    ['6046', { kind: 'phone', endings: ['6046'] }],
    ['0968 196 046', { kind: 'phone', endings: ['0968196046', '968196046'] }],
    ['0046', { kind: 'phone', endings: ['0046'] }],
    ['+593 96 819 6046', { kind: 'phone', endings: ['3968196046'] }],
    ['604', { kind: 'name', text: '604' }],
    ['Ana@Example.com', { kind: 'email', address: 'ana@example.com' }],
    ['Ana  Ruíz 2', { kind: 'name', text: 'Ana Ruíz 2' }],
  ])('%j', (q, meant) => expect(readContactSearch(q)).toEqual(meant));
});
