import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTextMap } from '../http/text-map.validator.js';
import { contactValues } from './contact-values.js';
import {
  categoryOf,
  qualityOf,
  statusOf,
  TEMPLATE_CATEGORIES,
  TEMPLATE_QUALITIES,
  TEMPLATE_STATUSES,
} from './template.js';

describe('words of a provider', () => {
  it('become one of ours, whatever they are, and ours stay what they are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString')), (word) => {
        expect(TEMPLATE_STATUSES).toContain(statusOf(word));
        expect(TEMPLATE_CATEGORIES).toContain(categoryOf(word));
        expect(TEMPLATE_QUALITIES).toContain(qualityOf(word));
      }),
    );
    for (const status of TEMPLATE_STATUSES) expect(statusOf(status.toUpperCase())).toBe(status);
  });

  it('that nobody knows are never taken for approved', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        fc.pre(!['approved', 'reinstated'].includes(word.toLowerCase()));
        expect(statusOf(word)).not.toBe('approved');
      }),
    );
  });
});

describe('what a contact gives', () => {
  it.each([
    [
      { name: 'Ana Ruiz', city: 'Quito' },
      { nombre: 'Ana', name: 'Ana', nome: 'Ana', ciudad: 'Quito', city: 'Quito', cidade: 'Quito' },
    ],
    [{ name: '   ', city: null }, {}],
    [{ name: '', city: '' }, {}],
    [
      { name: '{{nombre}} X', city: '${city}' },
      {
        nombre: '{{nombre}}',
        name: '{{nombre}}',
        nome: '{{nombre}}',
        ciudad: '${city}',
        city: '${city}',
        cidade: '${city}',
      },
    ],
    [
      { name: 'María\u00a0José', city: null },
      { nombre: 'María', name: 'María', nome: 'María' },
    ],
  ])('%j', (contact, values) => expect(contactValues(contact)).toEqual(values));
});

describe('a map of texts', () => {
  it.each<[unknown, boolean]>([
    [{}, true],
    [{ nombre: 'Ana', 'header.1': '', 1: 'x' }, true],
    [{ nombre: 'x'.repeat(2000) }, true],
    [{ nombre: 'x'.repeat(2001) }, false],
    [{ ['x'.repeat(81)]: 'a' }, false],
    [{ nombre: 7 }, false],
    [{ nombre: null }, false],
    [{ nombre: ['Ana'] }, false],
    [['Ana'], false],
    ['Ana', false],
    [null, false],
    [undefined, false],
    [Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, 'x'])), false],
  ])('%j: %s', (value, valid) => expect(isTextMap(value)).toBe(valid));
});
