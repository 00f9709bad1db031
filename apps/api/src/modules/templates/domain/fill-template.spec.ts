import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactValues } from './contact-values.js';
import { fillTemplate } from './fill-template.js';
import { categoryOf, qualityOf, statusOf } from './template.js';
import { fillPlaces, partsOf, placesOf } from './template-parts.js';

const positional = {
  name: 'pedido_listo',
  language: 'es_EC',
  parameterFormat: 'positional' as const,
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Pedido {{1}}' },
    {
      type: 'BODY',
      text: 'Hola {{1}}, su {{2}} está listo. Gracias, {{1}}.',
      example: { body_text: [['Ana', 'sofá']] },
    },
    { type: 'FOOTER', text: 'Hilo' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Gracias' },
        { type: 'URL', text: 'Ver', url: 'https://example.com/{{1}}', example: ['p1'] },
        { type: 'COPY_CODE', text: 'Copiar', example: 'X1' },
        { type: 'FLOW', text: 'Otro' },
      ],
    },
  ],
};
const named = {
  ...positional,
  parameterFormat: 'named' as const,
  components: [
    {
      type: 'BODY',
      text: 'Hola {{nombre}}',
      example: { body_text_named_params: [{ param_name: 'nombre', example: 'Ana' }] },
    },
  ],
};
const values = { 1: 'Ana', 2: 'sofá', 'header.1': '77', 'button.1': 'p77', 'button.2': 'HILO10' };

describe('the parts of a template', () => {
  it('names each variable once, with the example that the reviewer saw', () => {
    expect(partsOf(positional).variables).toEqual([
      { key: 'header.1', part: 'header', example: null },
      { key: '1', part: 'body', example: 'Ana' },
      { key: '2', part: 'body', example: 'sofá' },
      { key: 'button.1', part: 'button', example: 'p1' },
      { key: 'button.2', part: 'button', example: 'X1' },
    ]);
    expect(partsOf(named).variables).toEqual([{ key: 'nombre', part: 'body', example: 'Ana' }]);
  });

  it('asks for the file of a header', () => {
    expect(partsOf({ parameterFormat: 'positional', components: [{ type: 'HEADER', format: 'IMAGE' }] })).toMatchObject(
      { header: { format: 'image', text: null }, body: '', variables: [{ key: 'header.media' }] },
    );
  });

  it('stands whatever a provider sends', () => {
    const record = fc.dictionary(fc.string(), fc.anything());
    const component = fc.record(
      {
        type: fc.constantFrom('HEADER', 'BODY', 'BUTTONS', 7),
        format: fc.anything(),
        text: fc.anything(),
        buttons: fc.anything(),
        example: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(record, component)),
        fc.constantFrom('positional' as const, 'named' as const),
        (components, parameterFormat) => {
          const parts = partsOf({ components, parameterFormat });
          expect(typeof parts.body).toBe('string');
          expect(new Set(parts.variables.map(({ key }) => key)).size).toBe(parts.variables.length);
        },
      ),
    );
  });
});

describe('filling', () => {
  it('puts every value in its place', () => {
    expect(fillTemplate(positional, values)).toEqual({
      ok: true,
      content: {
        type: 'template',
        name: 'pedido_listo',
        language: 'es_EC',
        text: 'Hola Ana, su sofá está listo. Gracias, Ana.',
        headerText: 'Pedido 77',
        footerText: 'Hilo',
        buttons: [
          { kind: 'quick_reply', text: 'Gracias' },
          { kind: 'url', text: 'Ver' },
          { kind: 'copy_code', text: 'Copiar' },
          { kind: 'other', text: 'Otro' },
        ],
        header: { 1: '77' },
        body: { 1: 'Ana', 2: 'sofá' },
        buttonParameters: [
          { index: 1, kind: 'url', value: 'p77' },
          { index: 2, kind: 'copy_code', value: 'HILO10' },
        ],
      },
    });
  });

  it('names everything that is missing or unfit at once', () => {
    expect(fillTemplate(positional, { 1: 'Ana\nRuiz', 2: '  ', 'button.2': 'a     b' })).toEqual({
      ok: false,
      missing: ['header.1', '2', 'button.1'],
      unfit: ['1', 'button.2'],
    });
  });

  it.each(['{{1}}', '{{constructor}}', '${1+1}', '{{2}}', '$&', '__proto__'])(
    'never reads a value again: %s',
    (value) => {
      expect(fillTemplate(positional, { ...values, 1: value })).toMatchObject({
        ok: true,
        content: { text: `Hola ${value}, su sofá está listo. Gracias, ${value}.` },
      });
    },
  );

  it('reaches no prototype by a name', () => {
    const template = { ...named, components: [{ type: 'BODY', text: '{{constructor}} {{__proto__}} {{toString}}' }] };
    expect(fillTemplate(template, {})).toEqual({
      ok: false,
      missing: ['constructor', '__proto__', 'toString'],
      unfit: [],
    });
  });

  it('changes nothing but places, for any text and values', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, value) => {
        const text = `${before.replaceAll('{', '')}{{1}}`;
        expect(fillPlaces(text, new Map([['1', value]]))).toBe(before.replaceAll('{', '') + value);
        expect(placesOf(text)).toEqual(['1']);
      }),
    );
  });

  it('reads 100 kB of braces at once', () => {
    expect(placesOf('{{ '.repeat(34_000))).toEqual([]);
  });
});

describe('words of the provider', () => {
  it.each([
    ['APPROVED', 'approved'],
    ['PENDING', 'pending'],
    ['IN_APPEAL', 'pending'],
    ['REINSTATED', 'approved'],
    ['PENDING_DELETION', 'deleted'],
    ['ARCHIVED', 'disabled'],
    ['NEW_WORD', 'other'],
  ])('%s is %s', (word, status) => expect(statusOf(word)).toBe(status));
  it('are never taken for more than they are', () =>
    expect([categoryOf('SERVICE'), categoryOf('MARKETING'), qualityOf(null), qualityOf('GREEN')]).toEqual([
      'other',
      'marketing',
      'unknown',
      'green',
    ]));
  it('take the first name and the city of a contact, when there are any', () => {
    expect(contactValues({ name: ' Ana María Ruiz', city: null })).toEqual({ nombre: 'Ana', name: 'Ana', nome: 'Ana' });
    expect(contactValues({ name: '', city: 'Quito' })).toEqual({ ciudad: 'Quito', city: 'Quito', cidade: 'Quito' });
  });
});
