import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../read-message.js';
import { cleanText, fold, foldText, MAX_READ } from './clean-text.js';
import { normaliseWord } from './tokens.js';

const norms = (text: string): string[] => readMessage(text).tokens.map((token) => token.norm);

describe('cleanText', () => {
  it('takes out zero-width, bidirectional and control characters but keeps line ends', () => {
    expect(cleanText('pre\u200bcio\u202e\u0007 a\nb')).toBe('precio  a\nb');
  });
  it('unifies full-width letters', () => {
    expect(cleanText('ｉｇｎｏｒａ')).toBe('ignora');
  });
  it('reads no more than its limit', () => {
    expect(cleanText('a'.repeat(100_000))).toHaveLength(MAX_READ);
  });
});

describe('foldText', () => {
  it('keeps every position', () => {
    const text = 'Sofá Ñandú ¿Cuánto? 😀 ß';
    expect(foldText(text)).toHaveLength(text.length);
    expect(foldText(text).slice(0, 10)).toBe('sofa nandu');
  });
  it('compares strings without accents, case and runs of blanks', () => {
    expect(fold('  Bahía   BLANCA ')).toBe('bahia blanca');
  });
});

describe('tokenise', () => {
  it('writes abbreviations out and shortens repeated letters', () => {
    expect(norms('q precioooo tmb xfa')).toEqual(['que', 'precio', 'tambien', 'porfavor']);
  });
  it('keeps model codes together and splits what is glued after them', () => {
    expect(norms('s23ultra a34 4k 128gb')).toEqual(['s23', 'ultra', 'a34', '4k', '128', 'gb']);
  });
  it('reads number words', () => {
    expect(readMessage('dos doce seis un').tokens.map((token) => token.number)).toEqual([2, 12, 6, null]);
  });
  it('marks a token after a break', () => {
    expect(readMessage('hola, precio\ngracias').tokens.map((token) => token.breakBefore)).toEqual([false, true, true]);
  });
  it('points into the clean text', () => {
    const message = readMessage('¡Sofá Ñandú!');
    expect(message.tokens.map((token) => message.clean.slice(token.start, token.end))).toEqual(['Sofá', 'Ñandú']);
  });
  it('leaves double letters alone', () => {
    expect(normaliseWord('carro')).toBe('carro');
    expect(normaliseWord('siiii')).toBe('si');
  });
});
