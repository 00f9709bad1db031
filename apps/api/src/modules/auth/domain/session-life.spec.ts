import { describe, expect, it } from '@jest/globals';
import { isLive, needsTouch, overBefore } from './session-life.js';

const at = (text: string): Date => new Date(text);
const created = at('2026-11-01T12:00:00Z');

describe('isLive', () => {
  it.each([
    ['a moment after', '2026-11-01T12:00:00Z', '2026-11-01T12:00:01Z', true],
    ['used within the week', '2026-11-10T12:00:00Z', '2026-11-17T11:59:59Z', true],
    ['idle for exactly a week', '2026-11-10T12:00:00Z', '2026-11-17T12:00:00Z', false],
    ['used every day but thirty days old', '2026-12-01T11:00:00Z', '2026-12-01T12:00:00Z', false],
    ['one second short of thirty days', '2026-12-01T11:00:00Z', '2026-12-01T11:59:59Z', true],
  ])('%s', (_, lastUsed, now, live) => {
    expect(isLive({ createdAt: created, lastUsedAt: at(lastUsed) }, at(now))).toBe(live);
  });

  it('agrees with what the clean-up removes', () => {
    const now = at('2026-12-01T12:00:00Z');
    const { createdBefore, unusedSince } = overBefore(now);
    expect(isLive({ createdAt: createdBefore, lastUsedAt: now }, now)).toBe(false);
    expect(isLive({ createdAt: now, lastUsedAt: unusedSince }, now)).toBe(false);
  });
});

describe('needsTouch', () => {
  it('writes the first use and then once a minute', () => {
    expect(needsTouch(null, created)).toBe(true);
    expect(needsTouch(created, at('2026-11-01T12:00:59Z'))).toBe(false);
    expect(needsTouch(created, at('2026-11-01T12:01:00Z'))).toBe(true);
  });
});
