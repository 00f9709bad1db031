import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slugified, tagged, utmOf, utmSeen } from './utm.js';

describe('utmOf', () => {
  it('fills everything in by itself', () => {
    expect(utmOf({ network: 'facebook', name: 'Facebook Ads – Villa Marina', sku: 'VM-01' })).toEqual({
      source: 'facebook',
      medium: 'social',
      campaign: 'facebook-ads-villa-marina',
      content: 'VM-01',
      term: null,
    });
  });

  it.each([
    ['google', 'cpc'],
    ['instagram', 'social'],
    ['tiktok', 'social'],
    ['email', 'email'],
    ['qr', 'qr'],
    ['website', 'web'],
    ['other', 'web'],
  ] as const)('knows the medium of %s', (network, medium) => {
    expect(utmOf({ network, name: 'x', sku: null }).medium).toBe(medium);
  });

  it('keeps what somebody wrote, and lets content be emptied', () => {
    const utm = utmOf(
      { network: 'google', name: 'Noviembre', sku: 'A1' },
      { campaign: 'black friday', content: '', term: 'casas' },
    );
    expect(utm).toEqual({ source: 'google', medium: 'cpc', campaign: 'black friday', content: null, term: 'casas' });
  });

  it('has a campaign even for a name without letters', () => {
    expect(utmOf({ network: 'qr', name: '***', sku: null }).campaign).toBe('qr');
  });
});

it('slugs are words of a-z and digits', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(slugified(text)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*-?)?$/)));
  expect(slugified('¡Año Nuevo, Promoción!')).toBe('ano-nuevo-promocion');
});

it('tagged addresses are read back whole', () => {
  const url = tagged('https://crm.example/l/abc1234', utmOf({ network: 'facebook', name: 'a & b = c', sku: 'á/1' }));
  const query = Object.fromEntries(new URL(url).searchParams);
  expect(utmSeen(query)).toEqual({ source: 'facebook', medium: 'social', campaign: 'a-b-c', content: 'á/1' });
});

describe('utmSeen', () => {
  it('is null without parameters and ignores what is no text', () => {
    expect(utmSeen({ other: 'x', utm_source: ['a', 'b'] })).toBeNull();
  });

  it('cuts and cleans', () => {
    expect(utmSeen({ utm_source: `a\u0000b${'c'.repeat(500)}` })?.source).toBe(`ab${'c'.repeat(98)}`);
  });
});
