import { describe, expect, it } from '@jest/globals';
import { byDay, timelineOf, type LeadEvent, type ThreadMessage } from './timeline';

const event = (id: string, at: string): LeadEvent => ({
  id,
  kind: 'state',
  detail: {},
  byKind: 'system',
  by: null,
  at,
});
const message = (id: string, at: string): ThreadMessage => ({
  id,
  direction: 'in',
  author: { kind: 'customer', id: null, name: null },
  type: 'text',
  text: id,
  at,
});
const ids = (...given: Parameters<typeof timelineOf>) => timelineOf(...given).map((entry) => entry.id);

describe('the story of a lead', () => {
  const events = [event('e3', '2026-11-20T12:00:00Z'), event('e1', '2026-11-18T09:00:00Z')];
  const messages = [message('m4', '2026-11-20T13:00:00Z'), message('m2', '2026-11-19T10:00:00Z')];

  it('is one, newest first', () => {
    expect(ids({ items: events, more: false }, { items: messages, more: false })).toEqual(['m4', 'e3', 'm2', 'e1']);
  });

  it('stops where a source with more of it ends', () => {
    expect(ids({ items: events, more: false }, { items: messages, more: true })).toEqual(['m4', 'e3', 'm2']);
    expect(ids({ items: events, more: true }, { items: messages, more: true })).toEqual(['m4', 'e3', 'm2']);
    expect(ids({ items: events, more: true }, { items: messages, more: false })).toEqual(['m4', 'e3', 'm2', 'e1']);
  });

  it('stands without messages', () => {
    expect(ids({ items: events, more: true }, { items: [], more: false })).toEqual(['e3', 'e1']);
  });

  it('is parted by days', () => {
    const days = byDay(timelineOf({ items: events, more: false }, { items: messages, more: false }), (at) =>
      at.slice(0, 10),
    );
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['2026-11-20', 2],
      ['2026-11-19', 1],
      ['2026-11-18', 1],
    ]);
  });
});
