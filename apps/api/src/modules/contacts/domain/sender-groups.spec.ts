import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifySender, profileChange, readableName, type FoundContact } from './identify-sender.js';
import { groupSenders, keyOf, type KnownSender, type LookupKey } from './sender-groups.js';

const key = (kind: LookupKey['kind'], value: string): LookupKey => ({ kind, value, hash: `h-${value}` });
const sender = (name: string, own: LookupKey[], over: Partial<KnownSender> = {}): KnownSender => ({
  key: name,
  channelKind: 'whatsapp_cloud',
  own,
  alike: [],
  perhaps: [],
  ...over,
});
const contact = (contactId: string, over: Partial<FoundContact> = {}): FoundContact => ({
  contactId,
  name: null,
  nameSource: 'provider',
  username: null,
  blocked: false,
  ...over,
});

describe('grouping senders', () => {
  it('joins those that share a key, also through a third', () => {
    const [b, w, p] = [key('bsuid', 'b'), key('wa_id', 'w'), key('phone', 'p')];
    const groups = groupSenders([
      sender('1', [b]),
      sender('2', [p]),
      sender('3', [b, w, p], { name: 'Ana', phone: 'p' }),
      sender('4', [key('igsid', 'i')]),
    ]);
    expect(groups.map(({ keys }) => keys)).toEqual([['1', '2', '3'], ['4']]);
    expect(groups[0]).toMatchObject({ own: [b, w, p], name: 'Ana', phone: 'p' });
  });

  it('joins two spellings of one line, but not one that may be somebody else', () => {
    const [long, short] = [key('phone', 'long'), key('phone', 'short')];
    expect(
      groupSenders([sender('1', [long], { alike: [short] }), sender('2', [short], { alike: [long] })]),
    ).toHaveLength(1);
    expect(
      groupSenders([sender('1', [long], { perhaps: [short] }), sender('2', [short], { perhaps: [long] })]),
    ).toHaveLength(2);
  });

  it('loses nobody, doubles nobody, and never leaves one key in two groups', () => {
    const keys = fc
      .uniqueArray(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 3 })
      .map((list) => list.map((n) => key('bsuid', String(n))));
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 12 }), (lists) => {
        const groups = groupSenders(lists.map((own, index) => sender(String(index), own)));
        expect(groups.flatMap((group) => group.keys).sort()).toEqual(lists.map((_, index) => String(index)).sort());
        const all = groups.flatMap((group) => group.own.map(keyOf));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});

describe('identifying a sender', () => {
  const [b, p, v] = [key('bsuid', 'b'), key('phone', 'p'), key('phone', 'v')];
  const [group] = groupSenders([sender('1', [b, p], { perhaps: [v] })]);
  const identify = (...found: [LookupKey, FoundContact][]) =>
    group ? identifySender(group, new Map(found.map(([k, c]) => [keyOf(k), c]))) : undefined;

  it('knows nobody, only a hint', () => expect(identify([v, contact('C')])).toEqual({ kind: 'unknown', maybe: ['C'] }));
  it('takes the only contact there is and tells what it lacks', () =>
    expect(identify([p, contact('B')])).toMatchObject({
      kind: 'known',
      contact: { contactId: 'B' },
      missing: [b],
      together: [],
    }));
  it('takes the durable identity’s contact of two, and asks a person about the other', () =>
    expect(identify([p, contact('B')], [b, contact('A')], [v, contact('C')])).toMatchObject({
      contact: { contactId: 'A' },
      missing: [],
      together: ['B'],
      maybe: ['C'],
    }));
});

describe('profiles', () => {
  it('change what providers may change', () => {
    expect(profileChange(contact('A', { name: 'Ana' }), { name: 'Ana' })).toBeUndefined();
    expect(profileChange(contact('A', { name: 'Ana' }), {})).toBeUndefined();
    expect(profileChange(contact('A', { name: 'Ana' }), { name: 'Anita' })).toEqual({ name: 'Anita', username: null });
    expect(
      profileChange(contact('A', { name: 'Sra. Ana', nameSource: 'person' }), { name: 'Anita', username: '@ana' }),
    ).toEqual({ name: 'Sra. Ana', username: '@ana' });
  });

  it('give names of one line that hide nothing', () => {
    expect([
      readableName('  Ana\n\u202eRuiz '),
      readableName('\u200b'),
      readableName(''),
      readableName(undefined),
      readableName('👩‍🔧 Ana'),
    ]).toEqual(['Ana Ruiz', undefined, undefined, undefined, '👩‍🔧 Ana']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const name = readableName(text);
        if (name === undefined) return;
        expect(name).toBe(name.trim());
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
    );
  });
});
