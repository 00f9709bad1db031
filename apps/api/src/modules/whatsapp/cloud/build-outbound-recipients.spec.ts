import { describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '../../channels/index.js';
import { buildOutbound } from './build-outbound.js';
import { message, SAM } from './testing/outbound-message.js';

describe('recipients', () => {
  const to = (outbound: OutboundMessage['to']): unknown => {
    const result = buildOutbound(message({ type: 'text', text: 'x' }, { to: outbound }));
    return result.ok ? [result.body.to, result.body.recipient] : result.failure.reason;
  };

  it('always sends a plus, prefers the phone and never rewrites it', () => {
    expect(to({ identities: [{ kind: 'wa_id', value: '5491155501234' }] })).toEqual(['+5491155501234', undefined]);
    expect(to({ identities: SAM.identities, phone: '+5215512345678' })).toEqual(['+5215512345678', undefined]);
    expect(to(SAM)).toEqual([undefined, 'GB.55667788990011223344']);
  });

  it('refuses what would reach nobody or a stranger', () => {
    expect(to({ identities: [] })).toBe('recipient_unreachable');
    expect(to({ identities: SAM.identities, phone: '1155501234' })).toBe('recipient_unreachable');
    expect(to({ identities: [{ kind: 'igsid', value: '1' }] })).toBe('recipient_unreachable');
  });
});
