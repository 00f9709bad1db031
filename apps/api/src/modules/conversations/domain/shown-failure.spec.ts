import { describe, expect, it } from '@jest/globals';
import type { FailureClass, SendFailure } from '../../channels/index.js';
import { REFUSAL_WORDS, refusal } from './refusal-words.js';
import { shownFailure } from './shown-failure.js';

const failure = (over: Partial<SendFailure> = {}): SendFailure => ({
  code: '131026',
  title: 'Cannot deliver.',
  reason: 'recipient_unreachable',
  class: 'permanent',
  ...over,
});

describe('a failure as it is shown', () => {
  it.each<[FailureClass, boolean]>([
    ['retry', true],
    ['retry_slower', true],
    ['retry_much_later', true],
    ['permanent', false],
    ['account_blocked', false],
  ])('of class %s may be tried again: %s', (kind, retryable) => {
    expect(shownFailure(failure({ class: kind }))).toMatchObject({ retryable, reason: 'recipient_unreachable' });
  });

  it('keeps the provider’s code, words and details', () => {
    expect(shownFailure(failure({ details: 'No WhatsApp.' }))).toEqual({
      code: '131026',
      reason: 'recipient_unreachable',
      title: 'Cannot deliver.',
      details: 'No WhatsApp.',
      retryable: false,
    });
    expect(shownFailure(failure()).details).toBeNull();
  });

  it('whose code nobody knows is called other, and promises nothing', () => {
    expect(shownFailure({ code: '7', title: 'Strange.' })).toEqual({
      code: '7',
      reason: 'other',
      title: 'Strange.',
      details: null,
      retryable: false,
    });
  });

  it('never shows when the next try would be', () => {
    expect(shownFailure(failure({ retryAfterMs: 5000 }))).not.toHaveProperty('retryAfterMs');
  });
});

describe('a refusal', () => {
  it('has a whole sentence of its own for each code', () => {
    const words = Object.values(REFUSAL_WORDS);
    for (const sentence of words) expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(new Set(words).size).toBe(words.length);
  });

  it('carries what else is known', () => {
    expect(refusal('conversation_moved_on', { lastMessageId: 'm' })).toEqual({
      ok: false,
      refusal: { code: 'conversation_moved_on', reason: REFUSAL_WORDS.conversation_moved_on, lastMessageId: 'm' },
    });
  });
});
