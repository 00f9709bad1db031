import { describe, expect, it } from '@jest/globals';
import { whatsappLike } from '../testing/capabilities.js';
import { exceedsLimits } from './content-limits.js';

describe('exceedsLimits', () => {
  it('counts what people see, not bytes', () => {
    expect(exceedsLimits({ type: 'text', text: '👍'.repeat(4096) }, whatsappLike)).toBe(false);
    expect(exceedsLimits({ type: 'text', text: 'a'.repeat(4097) }, whatsappLike)).toBe(true);
  });

  it('knows buttons', () => {
    const buttons = (count: number, title: string) => ({
      type: 'interactive' as const,
      kind: 'buttons' as const,
      body: 'x',
      buttons: Array.from({ length: count }, (_, id) => ({ id: String(id), title })),
    });
    expect(exceedsLimits(buttons(3, 'Ver precios'), whatsappLike)).toBe(false);
    expect(exceedsLimits(buttons(4, 'Ver precios'), whatsappLike)).toBe(true);
    expect(exceedsLimits(buttons(1, 'x'.repeat(21)), whatsappLike)).toBe(true);
  });

  it('knows captions', () => {
    expect(exceedsLimits({ type: 'image', assetId: 'a', caption: 'x'.repeat(1025) }, whatsappLike)).toBe(true);
    expect(exceedsLimits({ type: 'image', assetId: 'a' }, whatsappLike)).toBe(false);
  });
});
