import { describe, expect, it } from '@jest/globals';
import { auditKey } from './audit-actions';
import {
  businessBody,
  businessFields,
  dayOf,
  holidayDate,
  isYearly,
  misplacedSpans,
  nextSpan,
  type BusinessSettings,
} from './business-form';
import { changedFields, isChanged } from './changed-fields';
import { CONNECT_STEPS, connectBody, connectProblems, type ConnectFields } from './channel-form';
import { deviceOf } from './device';
import { prettyJson } from './pretty-json';
import { deedOf, expiryOf, keyState, scopeGroups } from './scopes';
import { allowedSections, sectionOf } from './sections';
import { backlogTrouble, uptimeParts } from './system-health';
import { userFields, userProblems, withoutEmptyPassword } from './user-form';

const span = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

describe('sections', () => {
  it('gives everybody a profile and nobody more than they may', () => {
    expect(allowedSections([]).map(({ id }) => id)).toEqual(['perfil']);
    expect(allowedSections(['keys:manage', 'system:read']).map(({ id }) => id)).toEqual([
      'perfil',
      'claves-api',
      'estado',
    ]);
    expect(sectionOf('nada')).toBeUndefined();
  });
});

describe('changed fields', () => {
  it('sends only what differs, lists included', () => {
    expect(changedFields({ a: 1, b: [1], c: 'x' }, { a: 1, b: [2], c: 'x' })).toEqual({ b: [2] });
    expect([isChanged({ a: 1 }, { a: 1 }), isChanged({ a: 1 }, { a: 2 })]).toEqual([false, true]);
  });
});

describe('the business', () => {
  const settings: BusinessSettings = {
    business: {
      name: 'Casa',
      timeZone: 'UTC',
      currency: 'USD',
      country: 'EC',
      voice: 'es-neutral',
      demo: false,
      sandbox: true,
    },
    stores: [],
    hours: [span(2, '15:00', '18:00'), span(2, '09:00', '13:00'), span(1, '09:00', '18:00')],
    holidays: [],
    version: 3,
  };

  it('shows the week in order', () => {
    expect(businessFields(settings).hours.map(({ weekday, opens }) => `${weekday} ${opens}`)).toEqual([
      '1 09:00',
      '2 09:00',
      '2 15:00',
    ]);
  });

  it('writes lists beside and the rest inside', () => {
    expect(businessBody({ name: 'Otra', holidays: [] })).toEqual({ business: { name: 'Otra' }, holidays: [] });
    expect(businessBody({ stores: [] })).toEqual({ stores: [] });
  });

  it.each([
    ['in order', [span(1, '09:00', '13:00'), span(1, '13:00', '24:00')], []],
    ['backwards', [span(1, '18:00', '09:00')], [0]],
    ['overlapping', [span(1, '09:00', '13:00'), span(1, '12:00', '18:00')], [1]],
    ['on other days', [span(1, '09:00', '13:00'), span(2, '12:00', '18:00')], []],
  ])('finds spans that do not fit: %s', (_, hours, misplaced) => {
    expect(misplacedSpans(hours)).toEqual(misplaced);
  });

  it('offers the next stretch after the last', () => {
    expect(nextSpan([], 3)).toEqual(span(3, '09:00', '18:00'));
    expect(nextSpan([span(3, '09:00', '13:00')], 3)).toEqual(span(3, '13:00', '24:00'));
  });

  it('keeps yearly holidays without a year', () => {
    expect([isYearly('--12-25'), isYearly('2026-12-25')]).toEqual([true, false]);
    expect(dayOf('--12-25', 2026)).toBe('2026-12-25');
    expect([holidayDate('2026-12-25', true), holidayDate('2026-12-25', false)]).toEqual(['--12-25', '2026-12-25']);
  });
});

describe('connecting a channel', () => {
  const fields: ConnectFields = {
    name: ' Ventas ',
    phoneNumberId: '100200300',
    businessAccountId: '900800700',
    displayAddress: '',
    country: 'ec',
    accessToken: 'a'.repeat(10),
    appSecret: 's'.repeat(32),
  };

  it('asks step by step and knows what the API would refuse', () => {
    expect(CONNECT_STEPS.flatMap((asked) => connectProblems(fields, asked))).toEqual([]);
    const bad = {
      ...fields,
      name: '—',
      phoneNumberId: 'x',
      country: 'ECU',
      displayAddress: 'abc',
      accessToken: '',
      appSecret: 'short',
    };
    expect(CONNECT_STEPS.map((asked) => connectProblems(bad, asked))).toEqual([
      ['name', 'phoneNumberId', 'displayAddress', 'country'],
      ['accessToken', 'appSecret'],
    ]);
  });

  it('sends trimmed words and no empty number', () => {
    expect(connectBody(fields)).toEqual({
      kind: 'whatsapp_cloud',
      name: 'Ventas',
      phoneNumberId: '100200300',
      businessAccountId: '900800700',
      country: 'EC',
      credentials: { accessToken: fields.accessToken, appSecret: fields.appSecret },
    });
  });
});

describe('a person', () => {
  it('needs a password only when new', () => {
    const fields = { ...userFields(null), name: 'Ana', email: 'ana@example.com' };
    expect(userProblems(fields, true)).toEqual(['password']);
    expect(userProblems(fields, false)).toEqual([]);
    expect(
      userProblems({ ...fields, name: ' ', email: 'x', password: 'short', roles: [], capacity: -1 }, false),
    ).toEqual(['name', 'email', 'password', 'roles', 'capacity']);
  });

  it('never sends an empty password', () => {
    expect(withoutEmptyPassword({ name: 'Ana', password: '' })).toEqual({ name: 'Ana' });
    expect(withoutEmptyPassword({ password: 'una frase larga' })).toEqual({ password: 'una frase larga' });
  });
});

describe('keys', () => {
  it('stand by what they are about', () => {
    expect(scopeGroups(['leads:read', 'links:read', 'leads:write'])).toEqual([
      { area: 'leads', scopes: ['leads:read', 'leads:write'] },
      { area: 'links', scopes: ['links:read'] },
    ]);
    expect(deedOf('conversations:read-all')).toBe('read-all');
  });

  it('end when they should', () => {
    expect(expiryOf('30', 0)).toBe('1970-01-31T00:00:00.000Z');
    expect(expiryOf('never', 0)).toBeUndefined();
    const soon = new Date(1000).toISOString();
    expect([
      keyState({ expiresAt: null, revokedAt: null }, 0),
      keyState({ expiresAt: soon, revokedAt: null }, 1000),
      keyState({ expiresAt: soon, revokedAt: soon }, 0),
    ]).toEqual(['active', 'expired', 'revoked']);
  });
});

describe('small words', () => {
  it('names devices', () => {
    expect(deviceOf('Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/130.0 Mobile Safari/537.36')).toEqual({
      browser: 'Chrome',
      system: 'Android',
      mobile: true,
    });
    expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537 Edg/130.0')).toEqual({
      browser: 'Edge',
      system: 'Windows',
      mobile: false,
    });
    expect(deviceOf('curl/8')).toEqual({ browser: null, system: null, mobile: false });
  });

  it('breaks JSON into lines and leaves the rest', () => {
    expect([prettyJson('{"a":1}'), prettyJson('no json')]).toEqual(['{\n  "a": 1\n}', 'no json']);
  });

  it('turns actions into keys', () => {
    expect([auditKey('api-key.created'), auditKey('sandbox-clock.moved')]).toEqual([
      'apiKeyCreated',
      'sandboxClockMoved',
    ]);
  });

  it('says what waits for a person', () => {
    const calm = { outbox: 5, inbound: 3, inboundSetAside: 0, sends: 10, parkedEvents: 0 };
    expect(backlogTrouble(calm)).toEqual([]);
    expect(backlogTrouble({ ...calm, parkedEvents: 1, inbound: 1001 })).toEqual(['inbound', 'parkedEvents']);
    expect(uptimeParts(93_784)).toEqual({ days: 1, hours: 2, minutes: 3 });
  });
});
