import { describe, expect, it } from '@jest/globals';
import { conversationOf, type DemoCast, named, principalOf, providerIdOf, type Scene } from './demo-cast.js';
import { mediaTypeOf, readMedia } from './demo-data.js';
import { leadWords, snoozeOf } from './desk-words.js';
import { mentionedIn } from './play-outbound.js';
import { isMessage } from './plan-dialogue.js';

const paula = { key: 'paula', id: 'u1', name: 'Paula Andrade', roles: ['advisor'] as const };
const lucia = { key: 'lucia', id: 'u2', name: 'Lucía Benítez', roles: ['supervisor'] as const };
const scene: Scene = {
  dialogue: { key: 'd', customer: 'ana', start: '-1h', lines: [] },
  customer: { key: 'ana', name: 'Ana', phone: '+593991112222' },
  conversationId: null,
  contactId: null,
  messageIds: new Map(),
  claimCode: null,
  answered: false,
};

describe('the people of the demo', () => {
  it('hold what their roles hold, and advisors stand in the team', () => {
    const [advisor, supervisor] = [principalOf(paula, 't1'), principalOf(lucia, 't1')];
    expect([advisor.teamIds, supervisor.teamIds]).toEqual([['t1'], []]);
    expect(advisor.permissions.has('conversations:read')).toBe(true);
    expect(advisor.permissions.has('leads:read-all')).toBe(false);
    expect(supervisor.permissions.has('leads:read-all')).toBe(true);
  });

  it('are found by their keys, and nobody else is', () => {
    const users = new Map([['paula', paula]]);
    expect(named(users, 'paula')).toBe(paula);
    expect(() => named(users, 'pedro')).toThrow('the demo knows no pedro');
  });

  it.each([
    ['@Paula mira esto', ['u1']],
    ['@Paula y @Lucía, ¿lo ven?', ['u1', 'u2']],
    ['Paula ya lo sabe', []],
    ['@Pa', []],
    ['', []],
  ])('are mentioned by their first names: %j', (text, ids) => {
    const users: DemoCast['users'] = new Map([paula, lucia].map((user) => [user.key, principalOf(user, 't1')]));
    expect(mentionedIn(text, { users })).toEqual(ids);
  });
});

describe('a scene', () => {
  it('has no conversation before its first message', () => {
    expect(() => conversationOf(scene)).toThrow('d: nothing was said yet');
    expect(conversationOf({ ...scene, conversationId: 'c1' })).toBe('c1');
  });

  it('has the same ids of messages every time, each its own', () => {
    expect(providerIdOf('d', 3)).toBe('wamid.DEMO.d.3');
    const ids = ['a', 'b'].flatMap((dialogue) => [0, 1, 2].map((index) => providerIdOf(dialogue, index)));
    expect(new Set(ids).size).toBe(6);
  });
});

describe('what went through the provider', () => {
  it.each(['text', 'image', 'document', 'location', 'contacts', 'tap', 'unsupported', 'buttons', 'template'] as const)(
    'is a %s',
    (kind) => {
      expect(isMessage({ kind })).toBe(true);
    },
  );

  it.each(['note', 'react', 'edit', 'unsend'] as const)('is no %s', (kind) => {
    expect(isMessage({ kind })).toBe(false);
  });
});

describe('files', () => {
  it.each([
    ['sofa.png', 'image/png'],
    ['foto.de.casa.jpg', 'image/jpeg'],
    ['pago.pdf', 'application/pdf'],
    ['sin-nada', 'application/octet-stream'],
    ['x.PNG', 'application/octet-stream'],
  ])('%s are %s', (name, type) => {
    expect(mediaTypeOf(name)).toBe(type);
  });

  it('that are not there are refused', () => {
    expect(() => readMedia('no-such-file.png')).toThrow('ENOENT');
  });
});

describe('words of the desk', () => {
  it.each([
    ['0d 00:00', { days: 0, minute: 0 }],
    ['12d 23:59', { days: 12, minute: 1439 }],
  ])('%s is %j', (words, expected) => {
    expect(snoozeOf(words)).toEqual(expected);
  });

  it.each(['', '3d 24:00', '3d 1:00', '-1d 10:00', '3d 10:00 ', '3h 10:00'])('%j is no time to come back', (words) => {
    expect(() => snoozeOf(words)).toThrow('not a time');
  });

  it.each([
    ['', {}],
    ['qualified', { qualified: true }],
    ['city=San_José_de_Chimbo', { city: 'San José de Chimbo' }],
    ['budget=0', { budget: { amount: 0, currency: 'USD' } }],
    ['urgency=low  quality=cold', { urgency: 'low', quality: 'cold' }],
  ])('of a lead %j say %j', (words, expected) => {
    expect(leadWords(words)).toEqual(expected);
  });

  it.each(['state', 'state=', 'state=new', 'urgency=soon', 'quality=HOT', 'toString', '=', 'value=5'])(
    'of a lead are not %j',
    (words) => {
      expect(() => leadWords(words)).toThrow();
    },
  );
});
