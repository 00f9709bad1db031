import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { destinationOf, prefilledText } from './destination.js';

const whatsapp = { kind: 'whatsapp_cloud', phone: '+593 99 000 0001', username: null };

describe('destinationOf', () => {
  it('opens WhatsApp with the registered number and the text', () => {
    expect(destinationOf(whatsapp, 'Hola & adiós (ref K7Q2MX)', 'K7Q2MX')).toBe(
      'https://wa.me/593990000001?text=Hola%20%26%20adi%C3%B3s%20(ref%20K7Q2MX)',
    );
  });

  it('opens Instagram with the code as reference', () => {
    expect(destinationOf({ kind: 'instagram', phone: null, username: '@villa.marina' }, 'x', 'K7Q2MX')).toBe(
      'https://ig.me/m/villa.marina?ref=K7Q2MX',
    );
    expect(destinationOf({ kind: 'instagram', phone: null, username: 'villa.marina' }, 'x', null)).toBe(
      'https://ig.me/m/villa.marina',
    );
  });

  it.each([
    [{ kind: 'instagram', phone: null, username: 'evil.com/x' }],
    [{ kind: 'instagram', phone: null, username: null }],
    [{ kind: 'whatsapp_cloud', phone: null, username: null }],
    [{ kind: 'whatsapp_cloud', phone: '12', username: null }],
  ])('leads nowhere for %j', (chat) => {
    expect(destinationOf(chat, 'x', null)).toBeNull();
  });

  it('never leaves wa.me, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const url = new URL(destinationOf(whatsapp, text, 'K7Q2MX') ?? '');
        expect([url.origin, url.pathname]).toEqual(['https://wa.me', '/593990000001']);
        expect([...url.searchParams.keys()]).toEqual(['text']);
      }),
    );
  });
});

describe('prefilledText', () => {
  it.each([
    ['Hola, vi {item} ({sku})', 'Hola, vi Villa Marina (VM-1)'],
    [null, 'Hola, quiero información sobre Villa Marina'],
    ['  ', 'Hola, quiero información sobre Villa Marina'],
    ['Hola {otro}', 'Hola {otro}'],
  ])('fills %j', (template, text) => {
    expect(prefilledText(template, { name: 'Villa Marina', sku: 'VM-1' })).toBe(text);
  });

  it('never fills what an item is called', () => {
    expect(prefilledText('{item}', { name: '{sku} {item}', sku: 'X' })).toBe('{sku} {item}');
  });

  it('does without an item', () => {
    expect(prefilledText(null, null)).toBe('Hola, quiero información');
    expect(prefilledText('Hola {item} y {sku}', null)).toBe('Hola y');
  });
});
