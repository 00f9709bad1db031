import { describe, expect, it } from '@jest/globals';
import { findClaimCode } from '../../modules/conversations/index.js';
import { inboundContent } from './inbound-content.js';
import { readLine, type SpokenLine } from './read-line.js';

const contentOf = (line: string, first = false, claimCode: string | null = null) =>
  inboundContent({ ...(readLine(line) as SpokenLine), first }, { claimCode });

describe('inboundContent', () => {
  it('carries a code in the first words alone', () => {
    const first = contentOf('c Hola', true, 'K7Q2MX');
    expect(first.type === 'text' && findClaimCode(first.text)).toBe('K7Q2MX');
    expect(contentOf('c Hola', false, 'K7Q2MX')).toEqual({ type: 'text', text: 'Hola' });
  });

  it.each([
    [
      'c [image sofa.png] ¿Este?',
      { type: 'image', remote: { providerMediaId: 'sofa.png', contentType: 'image/png' }, caption: '¿Este?' },
    ],
    [
      'c [document pago.pdf]',
      {
        type: 'document',
        fileName: 'pago.pdf',
        remote: { providerMediaId: 'pago.pdf', contentType: 'application/pdf' },
      },
    ],
    [
      'c [location -0.18,-78.48|Casa|Av. Amazonas]',
      { type: 'location', latitude: -0.18, longitude: -78.48, name: 'Casa', address: 'Av. Amazonas' },
    ],
    [
      'c [contacts Juan|+593991112233]',
      { type: 'contacts', contacts: [{ name: 'Juan', phones: [{ phone: '+593991112233' }], emails: [] }] },
    ],
    [
      'c [tap Sí, por favor]',
      { type: 'interactive', kind: 'button_reply', id: 'sí,-por-favor', title: 'Sí, por favor' },
    ],
    ['c [unsupported poll]', { type: 'unsupported', originalType: 'poll', providerCode: 131051 }],
  ])('understands %s', (line, content) => {
    expect(contentOf(line)).toMatchObject(content);
  });

  it('refuses what only a shop sends', () => {
    expect(() => contentOf('c [template pedido_listo|es] hola')).toThrow('template');
  });
});
