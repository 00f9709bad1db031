import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStopWord } from './stop-word.js';

describe('isStopWord', () => {
  it.each([
    'STOP',
    'stop.',
    'Baja',
    'BAJA!',
    'No más',
    'no   mas',
    'SALIR',
    'Darme de baja',
    'sair',
    'Não quero mais mensagens',
    '“Stop”',
  ])('hears %s', (text) => {
    expect(isStopWord(text)).toBe(true);
  });

  it.each([
    '¿bajan el precio?',
    'la planta baja',
    'stop me encanta',
    'no mas grande que ese',
    'cancelar el pedido 123',
    '',
    null,
    'x'.repeat(10_000),
  ])('does not take %s for it', (text) => {
    expect(isStopWord(text)).toBe(false);
  });

  it('hears it through case, accents, signs and blanks', () => {
    const word = fc.constantFrom(
      'stop',
      'baja',
      'no mas',
      'salir',
      'darme de baja',
      'sair',
      'nao quero mais mensagens',
    );
    const around = fc.stringMatching(/^[ .,!¡?¿"'…\n-]{0,4}$/);
    fc.assert(
      fc.property(word, around, around, fc.boolean(), (stop, before, after, loud) => {
        expect(isStopWord(`${before}${loud ? stop.toUpperCase() : stop}${after}`)).toBe(true);
      }),
    );
  });

  it('never hears it when another word stands beside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('stop', 'baja', 'salir'),
        fc.stringMatching(/^[b-df-hj-np-tv-z]{3,8}$/),
        (stop, other) => {
          expect([isStopWord(`${stop} ${other}`), isStopWord(`${other} ${stop}`)]).toEqual([false, false]);
        },
      ),
    );
  });
});
