import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventKey } from './event-key.js';

describe('eventKey', () => {
  it('is a UUID that only the same channel and the same fact give', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (channel, fact, otherChannel, otherFact) => {
        fc.pre(!channel.includes('\0') && !otherChannel.includes('\0'));
        const key = eventKey(channel, fact);
        expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(eventKey(otherChannel, otherFact) === key).toBe(channel === otherChannel && fact === otherFact);
      }),
    );
  });
});
