import { describe, expect, it } from '@jest/globals';
import { NAV_ITEMS, allowedItems } from './nav-items';

const ids = (...given: Parameters<typeof allowedItems>) => allowedItems(...given).map((item) => item.id);

describe('what the rail offers', () => {
  it('hides what the person may not open and always leaves the settings', () => {
    expect(ids(['conversations:read', 'links:read'], true)).toEqual(['conversations', 'links', 'settings']);
    expect(ids([], true)).toEqual(['settings']);
  });

  it('has no simulator without a sandbox channel', () => {
    expect(ids(['simulator:use'], false)).toEqual(['settings']);
    expect(ids(['simulator:use'], true)).toEqual(['simulator', 'settings']);
  });

  it('gives each screen its own address and keys', () => {
    expect(new Set(NAV_ITEMS.map((item) => item.to)).size).toBe(NAV_ITEMS.length);
    expect(new Set(NAV_ITEMS.map((item) => item.shortcut)).size).toBe(NAV_ITEMS.length);
  });
});
