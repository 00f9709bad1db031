import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { templateSchema } from '../outbound/content-schemas.js';
import { renderTemplate } from './template-check.js';
import { TemplateStore } from './template-store.js';

const store = new TemplateStore();
const FIXTURES = new URL('../../../../api-e2e/fixtures/whatsapp/outbound/', import.meta.url);
const recorded = (name: string): { template: object } => JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));

function render(template: object): ReturnType<typeof renderTemplate> {
  const content = templateSchema.parse(template);
  return renderTemplate(store.find(content.name, content.language.code), content);
}
const text = (value: string, name?: string): object => ({
  type: 'text',
  text: value,
  ...(name === undefined ? {} : { parameter_name: name }),
});
const body = (...parameters: object[]): object => ({ type: 'body', parameters });
const of = (name: string, language: string, ...components: object[]): object => ({
  name,
  language: { code: language },
  components,
});
const quote = (...values: object[]): object => of('seguimiento_cotizacion', 'es', body(...values));
const promotion = (...more: object[]): object =>
  of(
    'promocion_temporada',
    'es',
    body(text('Ana', 'nombre'), text('10 %', 'descuento'), text('audio', 'categoria')),
    ...more,
  );
const image = { type: 'header', parameters: [{ type: 'image', image: { id: '77' } }] };
const offer = { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'audio' }] };

describe('renderTemplate', () => {
  it.each(['req_template_auth.json', 'req_template_named.json', 'req_template_positional.json'])('takes %s', (name) => {
    expect(render(recorded(name).template)).toHaveProperty('value');
  });

  it('shows what the customer sees', () => {
    expect(render(recorded('req_template_positional.json').template)).toEqual({
      value: {
        headerText: null,
        headerMedia: { kind: 'document', id: '1037543291543638', link: null },
        body: 'Thank you, Pablo! Your order number is 860198-230332.',
        footer: null,
        buttons: [
          { kind: 'phone', text: 'Call us', payload: '', url: 'tel:+593990000001' },
          { kind: 'url', text: 'Track', payload: '', url: 'https://shop.example.com/orders/860198-230332' },
          { kind: 'quick_reply', text: 'Confirm', payload: 'confirm:ord-881', url: null },
        ],
      },
    });
  });

  it('fills named parameters in any order and gives buttons their text as payload', () => {
    const named = of(
      'confirmacion_pedido',
      'es',
      { type: 'HEADER', parameters: [text('A-1', 'pedido')] },
      body(text('$ 5', 'total'), text('Ana', 'nombre')),
    );
    expect(render(named)).toMatchObject({
      value: {
        headerText: 'Pedido A-1',
        body: expect.stringContaining('Hola Ana, recibimos tu pedido por $ 5.'),
        buttons: [{ payload: 'Ver mi pedido' }, {}],
      },
    });
    expect(render(promotion(image, offer))).toMatchObject({
      value: { buttons: [{ url: 'https://tienda.example.com/o/audio' }, {}] },
    });
    expect(render(of('hola_de_nuevo', 'es'))).toMatchObject({ value: { headerText: null, footer: null } });
  });

  it.each([
    ['an unknown name', of('nothing', 'es'), 132001],
    ['an unknown language', of('hola_de_nuevo', 'en_US'), 132001],
    ['a rejected template', of('oferta_relampago', 'es', body(text('a'), text('b'))), 132001],
    ['a paused template', of('liquidacion_bodega', 'es', body(text('a'))), 132015],
    ['too few parameters', quote(text('Ana')), 132000],
    ['too many parameters', quote(text('Ana'), text('b'), text('c')), 132000],
    ['parameters nobody asked for', of('hola_de_nuevo', 'es', body(text('Ana'))), 132000],
    ['an empty parameter', quote(text('Ana'), text('')), 132012],
    ['a parameter of another kind', quote(text('Ana'), { type: 'image', image: { id: '1' } }), 132012],
    ['a new line', quote(text('Ana'), text('a\nb')), 132018],
    ['five spaces', quote(text('Ana'), text('a     b')), 132018],
    ['a body that grew past 1024', quote(text('Ana'), text('x'.repeat(1000))), 132005],
    [
      'a named parameter without name',
      of('reservation_confirmation', 'en_US', body(text('Sat'), text('7', 'time'))),
      100,
    ],
    [
      'a named parameter twice',
      of('reservation_confirmation', 'en_US', body(text('Sat', 'day'), text('7', 'day'))),
      132000,
    ],
    ['no header image', promotion(offer), 132012],
    [
      'a document for an image',
      promotion({ type: 'header', parameters: [{ type: 'document', document: { id: '1' } }] }, offer),
      132012,
    ],
    [
      'a header image without source',
      promotion({ type: 'header', parameters: [{ type: 'image', image: {} }] }, offer),
      131008,
    ],
    ['no value for the link', promotion(image), 131008],
    ['a button that is not there', promotion(image, offer, { ...offer, index: 7 }), 132018],
  ])('refuses %s', (_name, template, code) => {
    expect(render(template)).toMatchObject({ refusal: { code } });
  });

  it('says the counts as Meta does', () => {
    expect(render(quote(text('Ana')))).toMatchObject({
      refusal: { details: 'body: number of localizable_params (1) does not match the expected number of params (2)' },
    });
  });
});
