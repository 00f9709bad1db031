import { describe, expect, it } from '@jest/globals';
import { prefilledText, slugified, tagged, utmOf } from './utm';

describe('the parameters of a link', () => {
  const link = { network: 'facebook' as const, name: 'Facebook Ads – Villa Marina', sku: 'VM-1' };

  it('fill themselves in from network, name and item', () => {
    expect(utmOf(link, {})).toEqual({
      source: 'facebook',
      medium: 'social',
      campaign: 'facebook-ads-villa-marina',
      content: 'VM-1',
      term: null,
    });
    expect(utmOf({ network: 'google', name: '¡¡!!', sku: null }, {})).toMatchObject({
      medium: 'cpc',
      campaign: 'google',
      content: null,
    });
  });

  it('give way to what is typed, and come back where the field is emptied', () => {
    expect(utmOf(link, { source: ' meta ', campaign: '', content: '', term: 'casas' })).toEqual({
      source: 'meta',
      medium: 'social',
      campaign: 'facebook-ads-villa-marina',
      content: null,
      term: 'casas',
    });
  });

  it('stand in the address, escaped, the empty ones left out', () => {
    const utm = utmOf(link, { campaign: 'a b&c', content: '' });
    expect(tagged('https://t.example/l/x', utm)).toBe(
      'https://t.example/l/x?utm_source=facebook&utm_medium=social&utm_campaign=a+b%26c',
    );
  });

  it('are written without accents or signs', () => {
    expect(slugified('Promoción «Año Nuevo» 50%')).toBe('promocion-ano-nuevo-50');
  });
});

describe('the text of the chat', () => {
  const item = { name: 'Sofá', sku: null };
  it('has the item in its place, once', () => {
    expect(prefilledText('Hola, vi {item}  {sku}', item, 'x')).toBe('Hola, vi Sofá');
    expect(prefilledText('Vi {item}', { name: '{sku}', sku: 'A' }, 'x')).toBe('Vi {sku}');
  });

  it('is the usual one when nothing was typed', () => {
    expect(prefilledText('  ', item, 'Hola, quiero información sobre {item}')).toBe(
      'Hola, quiero información sobre Sofá',
    );
  });
});
