import { describe, expect, it } from '@jest/globals';
import { isStopWord } from './stop-word.js';

describe('isStopWord', () => {
  it.each(['STOP', 'stop.', 'Baja', 'BAJA!', 'No más', 'no   mas', 'SALIR', 'Darme de baja', 'sair', 'Não quero mais mensagens', '“Stop”'])('hears %s', (text) => {
    expect(isStopWord(text)).toBe(true);
  });

  it.each(['¿bajan el precio?', 'la planta baja', 'stop me encanta', 'no mas grande que ese', 'cancelar el pedido 123', '', null, 'x'.repeat(10_000)])('does not take %s for it', (text) => {
    expect(isStopWord(text)).toBe(false);
  });
});
