import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../read-message.js';
import { attributeMentions } from './attribute-mentions.js';

const said = (text: string): string[] =>
  attributeMentions(readMessage(text).tokens).map(({ kind, value }) => `${kind} ${value}`);

describe('what is asked of a thing', () => {
  it.each([
    ['128gb', ['capacity 128GB']],
    ['256 gigas', ['capacity 256GB']],
    ['un tera', ['capacity 1TB']],
    ['2tb', ['capacity 2TB']],
    ['el de 512', ['capacity 512GB']],
    ['64g', ['capacity 64GB']],
    ['negro y blanco', ['color negro', 'color blanco']],
    ['vermelha', ['color rojo']],
    ['black', ['color negro']],
    ['3 puestos', ['places 3']],
    ['para seis personas', ['places 6']],
    ['comedor de 8', ['places 8']],
    ['mesa con 4 sillas', ['places 4']],
    ['sofá de tres cuerpos', ['places 3']],
    ['2 plazas', ['plazas 2']],
    ['plaza y media', []],
    ['1 plaza y media', ['plazas 1.5']],
    ['queen', ['bedSize queen']],
    ['matrimonial', ['bedSize double']],
    ['solteiro', ['bedSize single']],
    ['3 meses', ['duration 3']],
    ['un año', ['duration 12']],
    ['90 días', ['duration 3']],
    ['trimestral', ['duration 3']],
    ['anual', ['duration 12']],
    ['4 pantallas', ['screens 4']],
    ['un perfil', ['screens 1']],
    ['55 pulgadas', ['inches 55']],
    ['33w', ['power 33']],
    ['65 watts', ['power 65']],
  ] as const)('"%s" tells %j', (text, mentions) => {
    expect(said(text)).toEqual(mentions);
  });

  it.each([
    '4 sillas',
    '45 días',
    'tomo un vino con amigos',
    'te invito un café mañana',
    'paso a las 3',
    '5 gb de nada, 3.000.000 gb',
    'iphone 13',
    'hola',
    '',
  ])('"%s" tells nothing of a capacity, colour, duration or place that it does not name', (text) => {
    expect(said(text).filter((one) => !/^capacity (?:5|3)/.test(one))).toEqual([]);
  });

  it('believes a doubtful colour where a colour is expected', () => {
    expect(said('lo quiero en color vino por favor')).toEqual(['color bordo']);
    expect(said('vino')).toHaveLength(1);
    expect(said('el pedido vino ayer')).toEqual([]);
  });

  it('does not read over a break', () => {
    expect(said('quiero 3, meses atrás compré')).toEqual([]);
  });

  it('tells where it stands, in order', () => {
    const found = attributeMentions(readMessage('sofá gris de 3 puestos').tokens);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 5],
    ]);
  });
});
