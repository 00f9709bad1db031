import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideOutbound, replyPolicy, type PolicyQuestion } from './outbound-policy.js';

const HOUR = 3_600_000;
const now = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * HOUR);
const ask = (over: Partial<PolicyQuestion> = {}): PolicyQuestion => ({
  now,
  author: 'advisor',
  type: 'text',
  category: 'service',
  channel: {
    active: true,
    health: 'healthy',
    outbound: ['text', 'image', 'template'],
    templates: true,
    serviceWindowMs: 24 * HOUR,
  },
  contact: { blocked: false, reachable: true, marketing: 'unknown' },
  lastInboundAt: ago(1),
  ...over,
});
const kindOf = (question: PolicyQuestion): string => {
  const verdict = decideOutbound(question);
  return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
};

describe('the sending policy', () => {
  it.each<[string, Partial<PolicyQuestion>, string]>([
    ['free text inside the window', {}, 'free'],
    ['free text after the window', { lastInboundAt: ago(25) }, 'window_closed'],
    ['free text exactly at its end', { lastInboundAt: ago(24) }, 'window_closed'],
    ['free text to somebody who never wrote', { lastInboundAt: null }, 'window_closed'],
    ['a template after the window', { type: 'template', lastInboundAt: ago(400) }, 'template'],
    ['a template to somebody who never wrote', { type: 'template', lastInboundAt: null }, 'template'],
    ['the assistant after the window', { author: 'assistant', lastInboundAt: ago(30) }, 'window_closed'],
    ['an automation after the window', { author: 'automation', lastInboundAt: ago(30) }, 'window_closed'],
    [
      'marketing to who refused it',
      { category: 'marketing', type: 'template', contact: { blocked: false, reachable: true, marketing: 'withdrawn' } },
      'opted_out',
    ],
    [
      'service to who refused marketing',
      { contact: { blocked: false, reachable: true, marketing: 'withdrawn' } },
      'free',
    ],
    ['a blocked contact', { contact: { blocked: true, reachable: true, marketing: 'granted' } }, 'contact_blocked'],
    [
      'somebody without an address here',
      { contact: { blocked: false, reachable: false, marketing: 'granted' } },
      'no_address',
    ],
    ['a type the channel has not', { type: 'video' }, 'type_not_supported'],
    ['a quiet hour', { notBefore: new Date(now.getTime() + HOUR) }, 'wait'],
    ['a quiet hour that is over', { notBefore: ago(1) }, 'free'],
  ])('%s', (_, over, expected) => {
    expect(kindOf(ask(over))).toBe(expected);
  });

  it('refuses on a channel that is down or switched off', () => {
    expect(kindOf(ask({ channel: { ...ask().channel, health: 'down' } }))).toBe('channel_down');
    expect(kindOf(ask({ channel: { ...ask().channel, active: false } }))).toBe('channel_down');
    expect(kindOf(ask({ channel: { ...ask().channel, health: 'degraded' } }))).toBe('free');
  });

  it('knows channels without a window', () => {
    expect(kindOf(ask({ lastInboundAt: null, channel: { ...ask().channel, serviceWindowMs: null } }))).toBe('free');
  });

  it('never lets free form out past the window, whoever asks', () => {
    const author = fc.constantFrom('advisor', 'assistant', 'campaign', 'automation', 'system' as const);
    fc.assert(
      fc.property(
        author,
        fc.integer({ min: -48 * 60, max: 48 * 60 }),
        fc.constantFrom('service', 'marketing', 'utility' as const),
        (who, minutes, category) => {
          const verdict = decideOutbound(
            ask({
              author: who as PolicyQuestion['author'],
              category: category as PolicyQuestion['category'],
              lastInboundAt: new Date(now.getTime() - minutes * 60_000),
            }),
          );
          expect(verdict.kind === 'free').toBe(minutes < 24 * 60);
        },
      ),
    );
  });
});

describe('what the composer may offer', () => {
  it('offers everything inside the window, with its end', () => {
    expect(replyPolicy(ask())).toEqual({
      kind: 'free',
      closesAt: new Date(now.getTime() + 23 * HOUR).toISOString(),
      allowed: ['text', 'image', 'template'],
      reason: null,
    });
  });

  it('offers templates alone after it, and says why', () => {
    expect(replyPolicy(ask({ lastInboundAt: ago(25) }))).toMatchObject({
      kind: 'template',
      allowed: ['template'],
      reason: 'window_closed',
    });
  });

  it('offers nothing where templates do not exist', () => {
    const channel = { ...ask().channel, outbound: ['text' as const], templates: false };
    expect(replyPolicy(ask({ channel, lastInboundAt: ago(25) }))).toMatchObject({
      kind: 'none',
      allowed: [],
      reason: 'window_closed',
    });
  });

  it('says when nobody may write', () => {
    expect(replyPolicy(ask({ contact: { blocked: true, reachable: true, marketing: 'unknown' } }))).toMatchObject({
      kind: 'none',
      allowed: [],
      reason: 'contact_blocked',
    });
  });
});
