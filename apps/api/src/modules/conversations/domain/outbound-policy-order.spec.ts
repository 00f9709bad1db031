import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MessageType } from '../../channels/index.js';
import { decideOutbound, type PolicyQuestion, replyPolicy, windowClosesAt } from './outbound-policy.js';

const HOUR = 3_600_000;
const now = new Date('2026-11-20T12:00:00Z');

const question = fc.record({
  author: fc.constantFrom('advisor', 'assistant', 'campaign', 'automation', 'system' as const),
  type: fc.constantFrom<MessageType>('text', 'image', 'interactive', 'template', 'reaction', 'video'),
  category: fc.constantFrom('service', 'marketing', 'utility' as const),
  channel: fc.record({
    active: fc.boolean(),
    health: fc.constantFrom('healthy', 'degraded', 'down' as const),
    outbound: fc.subarray<MessageType>(['text', 'image', 'interactive', 'template', 'reaction', 'video']),
    templates: fc.boolean(),
    serviceWindowMs: fc.constantFrom(null, 24 * HOUR),
  }),
  contact: fc.record({
    blocked: fc.boolean(),
    reachable: fc.boolean(),
    marketing: fc.constantFrom('unknown', 'granted', 'withdrawn' as const),
  }),
  lastInboundAt: fc.option(
    fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => new Date(now.getTime() - minutes * 60_000)),
  ),
  notBefore: fc.option(fc.integer({ min: -60, max: 60 }).map((minutes) => new Date(now.getTime() + minutes * 60_000))),
  now: fc.constant(now),
}) as fc.Arbitrary<PolicyQuestion>;

/** The reasons in the order in which a person should hear them: the first that holds is said. */
const REASONS: readonly [string, (asked: PolicyQuestion) => boolean][] = [
  ['contact_blocked', ({ contact }) => contact.blocked],
  ['no_address', ({ contact }) => !contact.reachable],
  ['channel_down', ({ channel }) => !channel.active || channel.health === 'down'],
  ['type_not_supported', ({ channel, type }) => !channel.outbound.includes(type)],
  ['opted_out', ({ category, contact }) => category === 'marketing' && contact.marketing === 'withdrawn'],
  ['quiet_hours', ({ notBefore }) => Boolean(notBefore && notBefore > now)],
];

describe('the sending policy, whoever asks for whatever', () => {
  it('says the first reason that holds', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const verdict = decideOutbound(asked);
        const code = 'code' in verdict ? verdict.code : verdict.kind;
        const first = REASONS.find(([, holds]) => holds(asked))?.[0];
        if (first) expect(code).toBe(first);
        else expect(['free', 'template', 'window_closed']).toContain(code);
      }),
      { numRuns: 500 },
    );
  });

  it('lets a template out of any window, and nothing else out of a closed one', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(!REASONS.some(([, holds]) => holds(asked)));
        const { kind } = decideOutbound(asked);
        const closes = windowClosesAt(asked.lastInboundAt, asked.channel.serviceWindowMs);
        if (asked.type === 'template') expect(kind).toBe('template');
        else if (closes === 'never') expect(kind).toBe('free');
        else expect(kind === 'free').toBe(closes !== null && closes.getTime() - 5000 > now.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on who speaks', () => {
    fc.assert(
      fc.property(question, question, (asked, { author }) => {
        expect(decideOutbound({ ...asked, author })).toEqual(decideOutbound(asked));
      }),
    );
  });

  it('never becomes stricter for a message that is not marketing', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const marketing = decideOutbound({ ...asked, category: 'marketing' });
        const service = decideOutbound({ ...asked, category: 'service' });
        if (marketing.kind !== 'refuse' || marketing.code !== 'opted_out') expect(service).toEqual(marketing);
      }),
    );
  });

  it('offers the composer exactly what an advisor may send', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const offered = replyPolicy(asked);
        for (const type of asked.channel.outbound) {
          const { kind } = decideOutbound({ ...asked, type, author: 'advisor', category: 'service' });
          expect(offered.allowed.includes(type)).toBe(kind === 'free' || kind === 'template');
        }
        expect(offered.kind === 'free').toBe(offered.reason === null && offered.allowed.includes('text'));
        if (offered.kind === 'none') expect(offered.allowed).not.toContain('template');
      }),
    );
  });
});
