import { describe, expect, it } from '@jest/globals';

import { SHOPS } from '../../testing/understand-in.js';
import { readMessage } from '../read-message.js';
import { citiesIn, type IsItemWord, readCity } from './city.js';

const nothing = (): boolean => false;
const inFurniture = (word: string): boolean => SHOPS.mue.index.weight.has(word);
const city = (text: string, isItemWord: IsItemWord = nothing): string | null => readCity(readMessage(text), isItemWord);

describe('the city', () => {
  it.each([
    ['soy de Mar del Plata', 'Mar del Plata'],
    ['lo mandás a rosario?', 'Rosario'],
    ['vivo en San Juan', 'San Juan'],
    ['hacen domicilios en Pereira', 'Pereira'],
    ['somos de bucaramanga', 'Bucaramanga'],
    ['cuánto el envío hasta Ibarra', 'Ibarra'],
    ['despachan a machala?', 'Machala'],
    ['estoy en Guadalajara', 'Guadalajara'],
    ['llega a monterrey?', 'Monterrey'],
    ['entregam em Recife?', 'Recife'],
    ['moro em florianópolis', 'Florianópolis'],
    ['do you ship to Miami', 'Miami'],
    ['Ambato', 'Ambato'],
  ])('in "%s" is %s', (text, expected) => {
    expect(city(text)).toBe(expected);
  });

  it.each([
    'hacen envíos a domicilio?',
    'mandan a todo el interior?',
    'envían a cualquier provincia?',
    'llegan a otras ciudades?',
    'lo quiero azul',
    'me gusta el de color salmón',
    'vivo lejos',
    'do you deliver to my house',
    'entregam na minha casa?',
    'estoy en duda',
    'están en la zona centro?',
    'llegan hasta mi puerta?',
  ])('is not in "%s"', (text) => {
    expect(city(text)).toBeNull();
  });

  it('is the last one named, the destination', () => {
    expect(city('soy de Salta pero lo necesito en Córdoba')).toBe('Córdoba');
  });

  it.each(['Villa Allende', 'Chacabuco', 'San Vicente'])('may be one that no list holds: %s', (place) => {
    expect(city(`envían a ${place}?`)).toBe(place);
  });

  it('is no item that bears its name', () => {
    expect(city('precio del sofá cuenca', inFurniture)).toBeNull();
    expect(city('el comedor salinas por favor', inFurniture)).toBeNull();
    expect(city('vivo en Cuenca', inFurniture)).toBe('Cuenca');
    expect(city('mandan el sofá manta a Manta?', inFurniture)).toBe('Manta');
  });

  it('says where in the message it stands, so that nothing else is read there', () => {
    const message = readMessage('hola, envían a Santa Rosa mañana?');
    const words = citiesIn(message, nothing).map(({ from, to }) =>
      message.tokens
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    );
    expect(words).toEqual(['Santa Rosa']);
  });
});
