import { describe, expect, it } from '@jest/globals';
import type { Template } from '../api/template-queries';
import { template as sample } from '../testing/template-samples';
import { firstValues, inLanguageOrder, missing, previewButtons } from './template-values';

const template = (keys: string[], over: Partial<Template> = {}): Template =>
  sample('t', {
    variables: keys.map((key) => ({ key, part: key.startsWith('header') ? 'header' : 'body', example: null })),
    ...over,
  });

describe('the values of a template', () => {
  it('start with the first name, and with what had been written', () => {
    expect(firstValues(template(['nombre', 'total']), { name: 'Ana López' }, 'su pedido\n llega')).toEqual({
      nombre: 'Ana',
      total: 'su pedido llega',
    });
    expect(firstValues(template(['1', '2']), { name: 'Ana López' }, '')).toEqual({ '1': 'Ana', '2': '' });
    expect(firstValues(template(['header.1', 'nombre']), { name: '' }, 'x')).toEqual({ 'header.1': '', nombre: '' });
    expect(firstValues(null, { name: 'Ana' }, 'x')).toEqual({});
  });

  it('lack what is blank', () => {
    expect(missing(template(['a', 'b', 'c']), { a: 'x', b: '  ' })).toEqual(['b', 'c']);
  });
});

describe('templates to choose from', () => {
  it("come in the customer's language first", () => {
    const [pt, es, ec] = [template([], { language: 'pt_BR' }), template([]), template([], { language: 'es_EC' })];
    expect(inLanguageOrder([pt, es, ec], 'es')).toEqual([es, ec, pt]);
    expect(inLanguageOrder([es, pt, ec], 'pt-BR')[0]).toBe(pt);
  });

  it('show their buttons as the phone does', () => {
    expect(
      previewButtons([
        { kind: 'phone_number', text: 'Llamar' },
        { kind: 'copy_code', text: 'Copiar' },
      ]),
    ).toEqual([
      { kind: 'phone', title: 'Llamar' },
      { kind: 'reply', title: 'Copiar' },
    ]);
  });
});
