import { describe, expect, it } from '@jest/globals';
import { eventsOf, METADATA } from './testing/inbound-events.js';

describe('keys', () => {
  const keyOf = (value: unknown, field: string, entry: object = {}): string | undefined =>
    eventsOf(value, field, entry)[0]?.dedupeKey;

  it('of a status tell group participants apart', () => {
    const statuses = ['1', '2'].map((participant) => ({
      id: 'wamid.1',
      status: 'read',
      timestamp: '1790000000',
      recipient_type: 'group',
      recipient_participant_id: participant,
    }));
    expect(eventsOf({ metadata: METADATA, statuses }).map((event) => event.dedupeKey)).toEqual([
      'wamid.1:read:1',
      'wamid.1:read:2',
    ]);
  });

  it('of a notice ignore the order of properties, and tell times, accounts and facts apart', () => {
    const key = keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_update', { time: 1 });
    expect(keyOf({ detail: { b: [1, 2], a: 1 }, event: 'X' }, 'account_update', { time: 1 })).toBe(key);
    const others = [
      keyOf({ event: 'X', detail: { a: 1, b: [2, 1] } }, 'account_update', { time: 1 }),
      keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_update', { time: 2 }),
      keyOf({ event: 'X', detail: { a: 1, b: [1, 2] } }, 'account_alerts', { time: 1 }),
      keyOf({ event: 'X', detail: { a: '1', b: [1, 2] } }, 'account_update', { time: 1 }),
    ];
    expect(new Set([key, ...others]).size).toBe(5);
  });
});
