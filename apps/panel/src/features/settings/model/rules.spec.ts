import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Channel } from '../api/channels';
import { AUDIT_ACTIONS, auditKey } from './audit-actions';
import { businessBody, dayOf, holidayDate, isYearly, misplacedSpans, nextSpan } from './business-form';
import { changedFields, isChanged } from './changed-fields';
import {
  channelFields,
  connectBody,
  connectProblems,
  CONNECT_POINTERS,
  CONNECT_STEPS,
  type ConnectFields,
} from './channel-form';
import { deviceOf } from './device';
import { prettyJson } from './pretty-json';
import { expiryOf, keyState, scopeGroups } from './scopes';
import { SECTIONS, allowedSections, sectionOf } from './sections';
import { backlogTrouble, uptimeParts } from './system-health';
import { userFields, userProblems, withoutEmptyPassword, type UserFields } from './user-form';

const DAY = 86_400_000;

describe('what changed', () => {
  it('is nothing of what is the same, whatever the fields hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
        const copy = JSON.parse(JSON.stringify(fields)) as typeof fields;
        expect(isChanged(fields, copy)).toBe(false);
        expect(changedFields(fields, copy)).toEqual({});
      }),
    );
  });

  it('keeps null apart from nothing and a list apart from its order', () => {
    expect(changedFields({ team: 'a' as string | null }, { team: null })).toEqual({ team: null });
    expect(changedFields({ ids: ['a', 'b'] }, { ids: ['b', 'a'] })).toEqual({ ids: ['b', 'a'] });
  });
});

describe('the week', () => {
  const span = (opens: string, closes: string, weekday = 1) => ({ weekday, opens, closes });

  it.each([
    ['one that opens when another closes', [span('09:00', '12:00'), span('12:00', '15:00')], []],
    ['one inside another', [span('09:00', '18:00'), span('10:00', '11:00')], [1]],
    ['the same twice', [span('09:00', '12:00'), span('09:00', '12:00')], [1]],
    ['one of no length', [span('09:00', '09:00')], [0]],
    ['one until midnight', [span('20:00', '24:00')], []],
    ['two days alike', [span('09:00', '12:00', 1), span('09:00', '12:00', 2)], []],
  ])('with %s is wrong at %p', (_name, spans, wrong) => {
    expect(misplacedSpans(spans)).toEqual(wrong);
  });

  it('offers a stretch that fits after any that fit', () => {
    const hour = fc.integer({ min: 0, max: 22 });
    fc.assert(
      fc.property(hour, (from) => {
        const clock = (at: number) => `${String(at).padStart(2, '0')}:00`;
        const spans = [span(clock(from), clock(from + 1))];
        expect(misplacedSpans([...spans, nextSpan(spans, 1)])).toEqual([]);
      }),
    );
  });
});

describe('holidays', () => {
  it('go from every year to once and back without losing the day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const yearly = holidayDate(day, true);
          expect([isYearly(yearly), isYearly(day)]).toEqual([true, false]);
          expect(dayOf(yearly, Number(day.slice(0, 4)))).toBe(day);
          expect(holidayDate(dayOf(yearly, 2024), true)).toBe(yearly);
        },
      ),
    );
  });

  it('are sent beside the business, never inside', () => {
    const body = businessBody({ name: 'Otra', hours: [], stores: [], holidays: [] });
    expect(body).toEqual({ business: { name: 'Otra' }, hours: [], stores: [], holidays: [] });
    expect(businessBody({ hours: [] })).not.toHaveProperty('business');
  });
});

describe('connecting a number', () => {
  const good: ConnectFields = {
    name: 'Ventas',
    phoneNumberId: '100200300',
    businessAccountId: '900800700',
    displayAddress: '+593 (99) 000-0001',
    country: 'ec',
    accessToken: 'EAAG-token-largo',
    appSecret: 's'.repeat(32),
  };
  const all = CONNECT_STEPS.flat();

  it('asks for every field once, and knows where each stands in what is sent', () => {
    expect([...all].sort()).toEqual(Object.keys(good).sort());
    expect(Object.keys(CONNECT_POINTERS).sort()).toEqual(Object.keys(good).sort());
  });

  it.each([
    ['name', '🙂'],
    ['phoneNumberId', '1234'],
    ['phoneNumberId', '12 345'],
    ['businessAccountId', ''],
    ['displayAddress', 'mi número'],
    ['country', 'E1'],
    ['accessToken', 'short'],
    ['appSecret', 's'.repeat(31)],
  ] as const)('does not take %s «%s»', (field, value) => {
    expect(connectProblems({ ...good, [field]: value }, all)).toEqual([field]);
  });

  it('takes what was pasted with blanks around, and sends it without', () => {
    const pasted = Object.fromEntries(Object.entries(good).map(([key, value]) => [key, ` ${value}\n`]));
    expect(connectProblems(pasted as unknown as ConnectFields, all)).toEqual([]);
    expect(connectBody(pasted as unknown as ConnectFields)).toMatchObject({
      country: 'EC',
      displayAddress: good.displayAddress,
      credentials: { accessToken: good.accessToken, appSecret: good.appSecret },
    });
  });

  it('shows a channel without a number or a team as an empty form would', () => {
    const channel = { name: 'V', displayAddress: null, rate: 80, assistantMode: 'auto', team: null, active: true };
    expect(channelFields(channel as Channel)).toMatchObject({ displayAddress: '', teamId: null });
  });
});

describe('a person', () => {
  const fields = (over: Partial<UserFields>): UserFields => ({
    ...userFields(null),
    name: 'Ana',
    email: 'ana@example.com',
    password: 'una frase larga',
    ...over,
  });

  it.each([
    [{}, []],
    [{ name: '李明' }, []],
    [{ email: ' ana@example.com ' }, []],
    [{ email: 'ana@example' }, ['email']],
    [{ email: 'a na@example.com' }, ['email']],
    [{ password: '123456789' }, ['password']],
    [{ capacity: 0 }, []],
    [{ capacity: 1000 }, []],
    [{ capacity: 1001 }, ['capacity']],
    [{ capacity: 1.5 }, ['capacity']],
    [{ capacity: Number.NaN }, ['capacity']],
  ])('new with %p is wrong at %p', (over, wrong) => {
    expect(userProblems(fields(over), true)).toEqual(wrong);
  });

  it('keeps their password when none was typed', () => {
    expect(userProblems(fields({ password: '' }), false)).toEqual([]);
    expect(withoutEmptyPassword(fields({ password: '' }))).not.toHaveProperty('password');
  });
});

describe('keys', () => {
  const at = (ms: number) => new Date(ms).toISOString();

  it.each([
    ['30', 30 * DAY],
    ['90', 90 * DAY],
    ['365', 365 * DAY],
  ] as const)('that last %s days end then', (lifetime, ms) => {
    expect(expiryOf(lifetime, 1000)).toBe(at(1000 + ms));
  });

  it.each([
    [at(2000), null, 'active'],
    [at(1000), null, 'expired'],
    [at(2000), at(500), 'revoked'],
    [null, null, 'active'],
  ] as const)('that end at %s, revoked at %s, are %s', (expiresAt, revokedAt, state) => {
    expect(keyState({ expiresAt, revokedAt }, 1000)).toBe(state);
  });

  it('offer nothing to those who may do nothing', () => {
    expect(scopeGroups([])).toEqual([]);
  });
});

describe('sections and deeds', () => {
  it('have an address each, found by it and by nothing near it', () => {
    expect(new Set(SECTIONS.map(({ id }) => id)).size).toBe(SECTIONS.length);
    for (const { id } of SECTIONS) expect(sectionOf(id)?.id).toBe(id);
    expect([sectionOf('Perfil'), sectionOf(''), sectionOf('constructor')]).toEqual([undefined, undefined, undefined]);
    expect(allowedSections(['users:manage']).map(({ id }) => id)).toEqual(['perfil', 'usuarios', 'equipos']);
  });

  it('of the audit never share their words', () => {
    expect(new Set(AUDIT_ACTIONS.map(auditKey)).size).toBe(AUDIT_ACTIONS.length);
  });
});

describe('devices, bodies and health', () => {
  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AppleWebKit Version/17.0 Mobile/15E148 Safari/604.1', 'Safari', true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', false],
    ['', null, false],
  ])('%s is %s (a phone: %p)', (agent, browser, mobile) => {
    expect(deviceOf(agent)).toMatchObject({ browser, mobile });
  });

  it.each(['', '{', 'no json', '{"a":1'])('leaves «%s» as it came', (body) => {
    expect(prettyJson(body)).toBe(body);
  });

  it('is calm at every limit and troubled one beyond', () => {
    const limits = { outbox: 10_000, inbound: 1000, inboundSetAside: 0, sends: 5000, parkedEvents: 0 };
    expect(backlogTrouble(limits)).toEqual([]);
    const beyond = Object.fromEntries(Object.entries(limits).map(([queue, limit]) => [queue, limit + 1]));
    expect(backlogTrouble(beyond as typeof limits)).toEqual(Object.keys(limits));
    expect(uptimeParts(59)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });
});
