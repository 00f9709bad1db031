import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Voice } from '../ground/shop-facts.js';
import { fold } from '../understand/text/clean-text.js';
import { listing, phrase, phraseKeys } from './phrases.js';

const VOICES: readonly Voice[] = ['es-rioplatense', 'es-neutral', 'pt-BR', 'en'];
const every = VOICES.flatMap((voice) => phraseKeys(voice).map((key) => [voice, key, phrase(voice, key)] as const));

const placesIn = (voice: Voice, key: string): string[] => {
  const names = [
    'name',
    'shop',
    'count',
    'min',
    'price',
    'item',
    'asked',
    'categories',
    'quantity',
    'total',
    'warranty',
    'features',
    'hours',
    'address',
    'shipping',
    'city',
    'payments',
  ];
  const marked = phrase(voice, key, Object.fromEntries(names.map((one) => [one, `«${one}»`])));
  return names.filter((one) => marked.includes(`«${one}»`));
};

describe('the phrases', () => {
  it('are the same in every voice', () => {
    for (const voice of VOICES) expect(phraseKeys(voice)).toEqual(phraseKeys('es-neutral'));
  });

  it('have the same places to fill in every voice', () => {
    for (const key of phraseKeys('en'))
      for (const voice of VOICES)
        expect([voice, key, placesIn(voice, key)]).toEqual([voice, key, placesIn('es-neutral', key)]);
  });

  it.each(every)('%s %s says something, and no figure but one', (_, __, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/[2-9]|\d\d|%|[{}]/);
  });

  it('are each in their own language', () => {
    for (const key of phraseKeys('en').filter((one) => one !== 'thanks_again' && one !== 'quote_total'))
      expect([key, phrase('en', key)]).not.toEqual([key, phrase('es-neutral', key)]);
    expect(every.filter(([voice, , text]) => voice === 'en' && /[áéíóúñ¿¡]/.test(text))).toEqual([]);
    expect(every.filter(([voice, , text]) => voice === 'pt-BR' && /[ñ¿¡]/.test(text))).toEqual([]);
  });

  it('address the customer as "vos" on the River Plate and never elsewhere', () => {
    const voseo = /\b(?:querés|podés|tenés|decís|preferís|escribime|contame|pasame)\b/i;
    const ofVoice = (voice: Voice): string =>
      every
        .filter(([one]) => one === voice)
        .map(([, , text]) => text)
        .join('\n');
    expect(ofVoice('es-rioplatense')).toMatch(voseo);
    expect(ofVoice('es-neutral')).not.toMatch(voseo);
    expect(ofVoice('es-neutral')).toMatch(/\b(?:quieres|puedes|tienes)\b/);
    expect(ofVoice('es-rioplatense')).not.toMatch(/\b(?:quieres|puedes|tienes|cuéntame)\b/);
  });

  it.each(VOICES)('tell in %s that an assistant speaks that is automatic', (voice) => {
    for (const key of ['greeting', 'introduce']) expect(fold(phrase(voice, key))).toMatch(/automatic/);
  });

  it.each(VOICES)('tell in %s that something is sold out in words that the guard knows', (voice) => {
    const says = /sin stock|agotad|esgotad|out of stock|no (?:hay|tenemos)|nao temos|do not have/;
    for (const key of ['sold_out', 'not_enough']) expect(fold(phrase(voice, key, { item: 'x' }))).toMatch(says);
  });

  it.each(VOICES)('promise in %s no price, no term and no discount', (voice) => {
    const all = fold(
      every
        .filter(([one]) => one === voice)
        .map(([, , text]) => text)
        .join('\n'),
    );
    expect(all).not.toMatch(/gratis|free of|sin cargo|te descuento|we guarantee|garantizamos/);
  });
});

describe('phrase', () => {
  it('leaves nothing of a place that is not filled, and is empty for an unknown key', () => {
    expect(phrase('en', 'greeting')).toBe("Hi! I'm the automatic assistant of .");
    expect(phrase('en', 'nothing_of_the_kind')).toBe('');
  });

  it('puts values in as they are and never reads them again', () => {
    expect(phrase('en', 'introduce', { shop: '{name} $& {shop}' })).toContain('{name} $& {shop}');
    fc.assert(
      fc.property(fc.string(), (shop) => {
        expect(phrase('es-neutral', 'introduce', { shop })).toBe(`Soy el asistente automático de ${shop}.`);
      }),
    );
  });

  it.each(['constructor', 'toString', '__proto__'])('takes no value from %s', (key) => {
    expect(phrase('en', key)).not.toMatch(/function|native/);
  });
});

describe('listing', () => {
  it.each([
    ['es-neutral', ['a', 'b', 'c'], 'a, b y c'],
    ['es-rioplatense', ['a', 'b'], 'a y b'],
    ['pt-BR', ['a', 'b', 'c'], 'a, b e c'],
    ['en', ['a', 'b', 'c'], 'a, b and c'],
    ['en', ['a'], 'a'],
    ['en', [], ''],
  ] as const)('%s %j: %s', (voice, parts, text) => {
    expect(listing(voice, parts)).toBe(text);
  });
});
