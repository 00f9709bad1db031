import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deliveryStory } from './delivery-story.js';
import { readDialogues, readLinks } from './demo-data.js';
import { planClicks } from './plan-clicks.js';
import { planDialogue, startOf } from './plan-dialogue.js';
import { readLine } from './read-line.js';
import { inboundRuns, timelineOf } from './timeline.js';

const ZONES = ['America/Guayaquil', 'America/Sao_Paulo', 'Europe/Madrid', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
const moments = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const dialogues = readDialogues();
const links = readLinks();

describe('whenever and wherever the demo moves in', () => {
  it('no story lies in the future, and each goes forward', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, zone) => {
        for (const dialogue of dialogues) {
          const times = planDialogue(dialogue, now, zone).map(({ at }) => at.getTime());
          expect(Math.max(...times)).toBeLessThanOrEqual(now.getTime());
          expect(times).toEqual([...times].sort((a, b) => a - b));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('nobody clicks in the future, nor before the link was there', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, zone) => {
        const oldest = Math.max(...links.map(({ age }) => age));
        const clicks = planClicks(links, now, zone);
        expect(clicks.every(({ at }) => at < now && now.getTime() - at.getTime() <= (oldest + 1) * 86_400_000)).toBe(
          true,
        );
        expect(clicks.length).toBeGreaterThan(100);
      }),
      { numRuns: 6 },
    );
  });

  it('everything happens in one order, and every customer of a link clicks it first', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (now, zone) => {
        const entries = timelineOf(dialogues, links, now, zone);
        const times = entries.map(({ at }) => at.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        const carried = entries.flatMap((entry) =>
          entry.kind === 'click' && entry.carriedBy ? [entry.carriedBy] : [],
        );
        expect(carried.sort()).toEqual(dialogues.flatMap(({ key, link }) => (link ? [key] : [])).sort());
      }),
      { numRuns: 4 },
    );
  });

  it('what customers wrote goes through the door in runs, with nothing lost', () => {
    const now = new Date('2026-11-21T15:00:00Z');
    const entries = timelineOf(dialogues, links, now, 'America/Guayaquil');
    const runs = inboundRuns(entries);
    expect(runs.reduce((sum, run) => sum + (Array.isArray(run) ? run.length : 1), 0)).toBe(entries.length);
    for (const run of runs) {
      if (!Array.isArray(run)) continue;
      const span = (run.at(-1)?.at.getTime() ?? 0) - (run[0]?.at.getTime() ?? 0);
      expect([run.every((step) => step.who === 'c'), span <= 300_000]).toEqual([true, true]);
    }
  });
});

describe('a beginning', () => {
  it.each([
    ['-1d 00:00', 'Pacific/Kiritimati', '2026-11-20T10:00:00.000Z'],
    ['-1d 23:59', 'America/Guayaquil', '2026-11-21T04:59:00.000Z'],
    ['-0d 00:00', 'America/Guayaquil', '2026-11-21T05:00:00.000Z'],
  ])('of %s in %s is %s', (start, zone, at) => {
    expect(startOf(start, new Date('2026-11-21T15:00:00Z'), zone).toISOString()).toBe(at);
  });
});

describe('what a provider tells of a message', () => {
  it('is in order, after it was sent, never in the future, each state once', () => {
    const outcomes = fc.constantFrom(null, 'sent', 'delivered', 'unknown', '131026', '131047');
    fc.assert(
      fc.property(
        fc.string(),
        outcomes,
        fc.nat(10_000_000),
        fc.option(fc.nat(10_000_000)),
        (providerId, outcome, sinceMs, answeredMs) => {
          const at = new Date('2026-11-20T15:00:00Z');
          const now = new Date(at.getTime() + sinceMs);
          const answeredAt = answeredMs === null ? null : new Date(at.getTime() + answeredMs);
          const story = deliveryStory({ providerId, address: '1', at, outcome, answeredAt, now });
          const times = story.map((told) => Date.parse(told.at));
          expect(times.every((time) => time > at.getTime() && time <= now.getTime())).toBe(true);
          expect(times).toEqual([...times].sort((a, b) => a - b));
          expect(new Set(story.map(({ status }) => status)).size).toBe(story.length);
          expect(new Set(story.map(({ dedupeKey }) => dedupeKey)).size).toBe(story.length);
        },
      ),
    );
  });
});

describe('a line of a script', () => {
  it('is read or refused, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          expect(readLine(text).waitMs).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect((error as Error).message).toMatch(/dialogue|nobody does|no such kind/);
        }
      }),
    );
  });

  it('keeps every word of what is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/^[[^]/.test(text));
        expect(readLine(`c ${text}`)).toMatchObject({ kind: 'text', who: 'c', text });
      }),
    );
  });
});
