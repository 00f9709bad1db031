import { describe, expect, it } from '@jest/globals';
import { contactBook, NO_CONTACTS } from './contact-book.js';
import { preferenceEvent, userIdUpdateEvent } from './person-notice.js';

const scope = { address: '100200300', contacts: NO_CONTACTS, receivedAt: new Date('2026-11-20T10:00:00.000Z') };

describe('what a person decides in WhatsApp itself', () => {
  const preference = (over: object) =>
    preferenceEvent(
      { wa_id: '593991112222', category: 'marketing_messages', value: 'stop', timestamp: 1763632800, ...over },
      scope,
    );

  it.each([
    ['stop', 'withdrawn'],
    ['resume', 'granted'],
    ['signup', 'granted'],
  ])('%s is %s', (value, state) => {
    expect(preference({ value })).toMatchObject({
      notice: { kind: 'marketing_preference', state, sender: { phone: '+593991112222' } },
    });
  });

  it.each([
    { value: 'maybe' },
    { value: undefined },
    { category: 'utility_messages' },
    { wa_id: undefined },
    { wa_id: 'x' },
  ])('%j is no decision', (over) => {
    expect(preference(over)).toBeUndefined();
  });

  it('is the same fact told twice, and another a minute later', () => {
    expect(preference({})?.dedupeKey).toBe(preference({})?.dedupeKey);
    expect(preference({ timestamp: 1763632860 })?.dedupeKey).not.toBe(preference({})?.dedupeKey);
  });
});

describe('a new user id', () => {
  const update = (user_id: unknown, over: object = {}) =>
    userIdUpdateEvent(
      { wa_id: '593991112222', user_id, timestamp: 1763632800, ...over },
      { ...scope, contacts: contactBook([{ user_id: 'EC.old', profile: { name: 'Ana' } }]) },
    );

  it('belongs to the same person', () => {
    expect(update({ previous: 'EC.old', current: 'EC.new' })).toMatchObject({
      notice: {
        kind: 'identity_changed',
        previous: { kind: 'bsuid', value: 'EC.old' },
        current: { kind: 'bsuid', value: 'EC.new' },
        sender: { phone: '+593991112222' },
      },
    });
  });

  it.each([
    [undefined],
    [{}],
    [{ previous: 'EC.old' }],
    [{ current: 'EC.new' }],
    [{ previous: 'EC.same', current: 'EC.same' }],
    [{ previous: '593991112222', current: 'EC.new' }],
    ['EC.new'],
  ])('of %j is none', (userId) => {
    expect(update(userId)).toBeUndefined();
  });
});
