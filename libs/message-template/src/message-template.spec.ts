import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listVariables, parseTemplate, renderTemplate } from './index.js';

describe('parsing', () => {
  it('parts text from variables', () => {
    expect(parseTemplate('Hola {nombre}!')).toEqual([
      { kind: 'text', text: 'Hola ' },
      { kind: 'variable', name: 'nombre', written: '{nombre}' },
      { kind: 'text', text: '!' },
    ]);
    expect(parseTemplate('')).toEqual([]);
  });

  it('lists variables once, in order, whatever their case', () => {
    expect(listVariables('{Nombre}, {precio mayorista} {nombre} {año_2}')).toEqual([
      'nombre',
      'precio mayorista',
      'año_2',
    ]);
  });

  it.each([
    '{}',
    '{1}',
    '{{1}}',
    '{{constructor}}',
    '{a',
    'a}',
    '{a{b}',
    '{ a}',
    '{a\nb}',
    `{${'x'.repeat(41)}}`,
    '${1+1}',
    '{{{nombre}}}',
    '<%= x %>',
    '{a}}',
  ])('%p holds no variable it could fill', (template) => {
    const { text } = renderTemplate(template, {
      a: 'FILLED',
      constructor: 'FILLED',
      nombre: 'FILLED',
      x: 'FILLED',
    } as Record<string, string>);
    expect(text).toBe(template === '{a{b}' ? '{a{b}' : template);
  });

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', 'a', 'ñ', ' ', '$', '1', '\n') }), (template) => {
        expect(
          parseTemplate(template)
            .map((part) => (part.kind === 'text' ? part.text : part.written))
            .join(''),
        ).toBe(template);
      }),
    );
  });
});

describe('rendering', () => {
  it('fills, falls back and says what is missing', () => {
    expect(
      renderTemplate(
        'Hola {nombre}, tu {producto} está {estado}. {nombre}!',
        { nombre: 'Ana', producto: ' ' },
        { producto: 'pedido' },
      ),
    ).toEqual({
      text: 'Hola Ana, tu pedido está {estado}. Ana!',
      missing: ['estado'],
      usedFallbacks: ['producto'],
    });
  });

  it('keeps a currency sign before a variable', () => {
    expect(renderTemplate('Cuesta ${precio}', { precio: '450' }).text).toBe('Cuesta $450');
  });

  it('never renders a value again', () => {
    expect(renderTemplate('{a} {b}', { a: '{b}', b: '{a}{{1}}${b}$&$1' }).text).toBe('{b} {a}{{1}}${b}$&$1');
  });

  it('reaches no prototype', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(renderTemplate(`{${name}}`, {}, {})).toEqual({
        text: `{${name}}`,
        missing: [name.toLowerCase()],
        usedFallbacks: [],
      });
    }
    const values = JSON.parse('{"__proto__":"plain text"}') as Record<string, string>;
    expect(renderTemplate('{__proto__}', values).text).toBe('plain text');
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('ignores values that are no text', () => {
    const values = { a: 5, b: { toString: () => 'run' }, c: null } as unknown as Record<string, string>;
    expect(renderTemplate('{a}{b}{c}', values)).toEqual({
      text: '{a}{b}{c}',
      missing: ['a', 'b', 'c'],
      usedFallbacks: [],
    });
  });

  it('puts any value in its place untouched, and leaves text without variables as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((value) => value.trim() !== ''),
        (value) => {
          expect(renderTemplate('<{x}>', { x: value })).toEqual({ text: `<${value}>`, missing: [], usedFallbacks: [] });
          const plain = value.replace(/[{}]/g, '');
          expect(renderTemplate(plain, { x: 'y' }).text).toBe(plain);
        },
      ),
    );
  });

  it('is fast on text made to slow it down', () => {
    const hostile = `${'{'.repeat(50_000)}${'{a '.repeat(50_000)}`;
    expect(renderTemplate(hostile, { a: 'x' }).text).toBe(hostile);
  });
});
