import { describe, expect, it } from '@jest/globals';
import { redactUrl } from './redact.js';

describe('redactUrl', () => {
  it('keeps paths and ids readable', () => {
    expect(redactUrl('/api/v1/conversations/0198a1b2-aaaa-7bbb-8ccc-123456abcdef/messages')).toContain('/messages');
  });

  it.each(['/api/v1/conversations/by-phone/+593968196046/status', '/x/593968196046', '/x?phone=593968196046&q=Ana'])('hides the person in %s', (url) => {
    const shown = redactUrl(url);
    expect(shown).not.toContain('968196046');
    expect(shown).not.toContain('Ana');
  });
});
