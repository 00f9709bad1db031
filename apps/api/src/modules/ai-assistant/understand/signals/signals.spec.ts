import { describe, expect, it } from '@jest/globals';

import { fold } from '../text/clean-text.js';
import { isOwnedItemClaim } from './owned-item.js';
import { sentimentOf } from './sentiment.js';

describe('the mood', () => {
  it.each([
    ['negative', 'qué vergüenza de atención'],
    ['negative', 'son una estafa'],
    ['negative', 'estoy harta de esperar'],
    ['negative', 'péssimo, estou insatisfeita'],
    ['negative', 'this is awful'],
    ['negative', '😡'],
    ['negative', 'gracias por nada, un horrible servicio'],
    ['positive', 'genial, muchas gracias'],
    ['positive', 'me encanta el sofá'],
    ['positive', 'ótimo, obrigada'],
    ['positive', '😍👍'],
    ['neutral', 'cuánto sale la funda'],
    ['neutral', 'abren mañana?'],
    ['neutral', ''],
    ['neutral', 'la maleta roja'],
  ])('is %s in "%s"', (mood, text) => {
    expect(sentimentOf(fold(text))).toBe(mood);
  });
});

describe('a warranty claim', () => {
  it.each([
    'el que compre ayer no carga, quiero la garantia',
    'quiero hacer uso de la garantia',
    'como hago para usar la garantia',
    'me llego fallado y esta en garantia',
    'se rompio al mes, entra en garantia?',
    'mi xprod dejo de andar y tiene garantia',
    'comprei semana passada e quebrou, tem garantia?',
    'i bought it last month and it stopped, is it under warranty',
    'necesito usar la garantia de mi equipo',
  ])('is "%s"', (words) => {
    expect(isOwnedItemClaim(words)).toBe(true);
  });

  it.each([
    'cuanto dura la garantia',
    'tiene garantia el xprod?',
    'si se rompe me lo cambian',
    'y si no me gusta puedo devolver',
    'que pasa si deja de funcionar',
    'how long is the warranty',
    'e se der problema?',
    'la garantia es por escrito?',
    '',
  ])('is not "%s"', (words) => {
    expect(isOwnedItemClaim(words)).toBe(false);
  });
});
