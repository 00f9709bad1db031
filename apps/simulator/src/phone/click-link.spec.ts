import { describe, expect, it } from '@jest/globals';
import { prefilledChat } from './click-link.js';

describe('prefilledChat', () => {
  it.each([
    ['https://wa.me/593990000001?text=Hola%20(ref%20K7Q2MX)', '593990000001', 'Hola (ref K7Q2MX)'],
    ['https://wa.me/593990000001', '593990000001', null],
    ['https://api.whatsapp.com/send?phone=593990000001&text=a%26b', '593990000001', 'a&b'],
    ['https://api.whatsapp.com/send/?phone=%2B593%2099&text=%C2%BFPrecio%3F', '59399', '¿Precio?'],
    ['whatsapp://send?phone=593990000001&text=x', '593990000001', 'x'],
    ['https://wa.me/?text=sin%20n%C3%BAmero', null, 'sin número'],
    ['https://wa.me/593990000001?text=una+l%C3%ADnea%0Aotra', '593990000001', 'una línea\notra'],
  ])('reads %s', (location, phone, text) => {
    expect(prefilledChat(location)).toEqual({ phone, text });
  });

  it.each([
    'https://example.com/?text=hola',
    'https://wa.me.evil.example.com/593?text=x',
    'http://wa.me/593',
    '/l/abc',
    'not an address',
    '',
  ])('is not opened by %j', (location) => {
    expect(prefilledChat(location)).toBeUndefined();
  });
});
