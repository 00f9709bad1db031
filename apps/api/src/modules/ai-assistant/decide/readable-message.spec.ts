import { describe, expect, it } from '@jest/globals';
import { isReadable } from './readable-message.js';

describe('isReadable', () => {
  it.each([
    ['in', 'text', 'hola', true],
    ['in', 'interactive', 'Ver precios', true],
    ['in', 'image', '¿tienen esta?', true],
    ['in', 'image', null, false],
    ['in', 'audio', null, false],
    ['in', 'text', '  \n', false],
    ['in', 'reaction', '👍', false],
    ['in', 'document', 'factura.pdf', false],
    ['out', 'text', 'hola', false],
  ] as const)('%s %s %j: %s', (direction, type, text, readable) => {
    expect(isReadable({ direction, type, text })).toBe(readable);
  });
});
