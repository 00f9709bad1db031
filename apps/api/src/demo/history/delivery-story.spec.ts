import { describe, expect, it } from '@jest/globals';
import { deliveryStory, type SentMessage } from './delivery-story.js';

const AT = new Date('2026-11-20T15:00:00Z');
const NOW = new Date('2026-11-21T15:00:00Z');
const story = (over: Partial<SentMessage> = {}) =>
  deliveryStory({ providerId: 'wamid.1', address: '100', at: AT, outcome: null, answeredAt: null, now: NOW, ...over });
const statuses = (over: Partial<SentMessage> = {}): string[] => story(over).map(({ status }) => status);

describe('deliveryStory', () => {
  it('is read before it is answered', () => {
    const answeredAt = new Date('2026-11-20T15:02:00Z');
    const told = story({ answeredAt });
    expect(told.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    expect(Math.max(...told.map(({ at }) => Date.parse(at)))).toBeLessThan(answeredAt.getTime());
    expect(told.map(({ at }) => at)).toEqual([...told.map(({ at }) => at)].sort());
  });

  it.each([
    ['sent', ['sent']],
    ['delivered', ['sent', 'delivered']],
    ['131026', ['sent', 'failed']],
    ['unknown', []],
  ])('stops at %s', (outcome, expected) => {
    expect(statuses({ outcome, answeredAt: NOW })).toEqual(expected);
  });

  it.each([
    ['131026', 'recipient_unreachable'],
    ['131047', 'window_closed'],
    ['999999', 'other'],
  ])('explains %s as the adapter does', (outcome, reason) => {
    expect(story({ outcome }).at(-1)?.failure).toMatchObject({ code: outcome, reason });
  });

  it('tells nothing of the future', () => {
    expect(statuses({ now: new Date(AT.getTime() + 500) })).toEqual([]);
    expect(statuses({ now: new Date(AT.getTime() + 10_000) })).toEqual(['sent', 'delivered']);
  });

  it('leaves some unread', () => {
    const read = Array.from({ length: 60 }, (_, n) => statuses({ providerId: `wamid.${n}` }).includes('read')).filter(
      Boolean,
    ).length;
    expect(read).toBeGreaterThan(35);
    expect(read).toBeLessThan(60);
  });
});
