import { describe, expect, it } from '@jest/globals';
import { businessScopedId, isBusinessScopedId, newMediaId, newMessageId } from './identifiers.js';

describe('identifiers', () => {
  it('never names two messages alike', () => {
    const ids = new Set(Array.from({ length: 5000 }, newMessageId));
    expect(ids.size).toBe(5000);
    for (const id of ids) expect(id).toMatch(/^wamid\.[A-Za-z0-9+/]+=*$/);
  });

  it('names media with sixteen digits', () => {
    for (let i = 0; i < 200; i++) expect(newMediaId()).toMatch(/^\d{16}$/);
  });

  it('gives one person always the same scoped id, with the country of the phone', () => {
    expect(businessScopedId({ waId: '593991234567' })).toBe(businessScopedId({ waId: '593991234567' }));
    expect(businessScopedId({ waId: '593991234567' })).toMatch(/^EC\.\d{20}$/);
    expect(businessScopedId({ waId: '5511987654321' })).toMatch(/^BR\./);
    expect(businessScopedId({ waId: '12025550123' })).toMatch(/^US\./);
    expect(businessScopedId({ waId: '593991234567' })).not.toBe(businessScopedId({ waId: '593991234568' }));
    expect(isBusinessScopedId(businessScopedId({ username: '@sam.r' }))).toBe(true);
  });

  it.each(['ec.123', 'EC.', 'EC.1-2', '+593991234567', ''])('does not take %j for a scoped id', (text) => {
    expect(isBusinessScopedId(text)).toBe(false);
  });

  it.each(['GB.55667788990011223344', 'AR.ENT.99'])('takes %j for a scoped id', (text) => {
    expect(isBusinessScopedId(text)).toBe(true);
  });
});
