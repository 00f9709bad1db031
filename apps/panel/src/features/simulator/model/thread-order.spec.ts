import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PhoneMessage, PhoneThread } from '../api/phone';
import { aCustomer, aMessage } from '../testing/a-message';
import { bubblesOf, sectionsOf, tickOf, withMessage } from './phone-thread';
import { timelineOf } from './timeline';
import { withNote, type TrailNote } from './trail';

const START = Date.parse('2026-11-21T00:00:00.000Z');
const empty: PhoneThread = { customer: aCustomer(), messages: [] };

/** Messages as the feed may bring them: any order, some of them again with another status. */
const brought = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 15 }),
    status: fc.constantFrom<PhoneMessage['status']>('accepted', 'sent', 'delivered', 'read', 'failed'),
    direction: fc.constantFrom<PhoneMessage['direction']>('sent', 'received'),
  }),
  { maxLength: 60 },
);
const build = ({
  id,
  status,
  direction,
}: {
  id: number;
  status: PhoneMessage['status'];
  direction: PhoneMessage['direction'];
}) => aMessage({ id: `m${id}`, status, direction, at: new Date(START + id * 3_600_000).toISOString() });

describe('a thread', () => {
  it('shows each message once, in the order of time, as it was told last', () => {
    fc.assert(
      fc.property(brought, (items) => {
        const told = items.map(build);
        const { messages } = told.reduce(withMessage, empty);
        expect(messages.map(({ at }) => at)).toEqual([...messages.map(({ at }) => at)].sort());
        expect(messages.map(({ id }) => id).sort()).toEqual([...new Set(told.map(({ id }) => id))].sort());
        for (const message of messages) expect(message).toEqual(told.findLast(({ id }) => id === message.id));
      }),
    );
  });

  it('is not changed in place: who holds the old one still sees it', () => {
    fc.assert(
      fc.property(brought, (items) => {
        const before = items.map(build).reduce(withMessage, empty);
        const copy = structuredClone(before);
        withMessage(before, aMessage({ id: 'new' }));
        expect(before).toEqual(copy);
      }),
    );
  });
});

describe('bubbles', () => {
  it('start a day once, and give a tail to the first of every row by one side', () => {
    const day = (at: string) => at.slice(0, 10);
    fc.assert(
      fc.property(brought, (items) => {
        const { messages } = items.map(build).reduce(withMessage, empty);
        const looks = bubblesOf(messages, day);
        expect(looks.filter(({ newDay }) => newDay)).toHaveLength(new Set(messages.map(({ at }) => day(at))).size);
        looks.forEach(({ first, newDay, message }, index) => {
          const previous = looks[index - 1]?.message;
          expect(first).toBe(newDay || previous?.direction !== message.direction);
        });
      }),
    );
  });
});

describe('a list message', () => {
  it('keeps every row, in order, under sections that follow each other', () => {
    const row = fc.record({ id: fc.uuid(), section: fc.constantFrom('A', 'B', null) });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const actions = rows.map((one) => ({ ...one, kind: 'row' as const, title: 'x', description: null, url: null }));
        const sections = sectionsOf(aMessage({ actions }));
        expect(sections.flatMap((section) => section.rows)).toEqual(actions);
        sections.forEach((section, index) => {
          if (index > 0) expect(section.title).not.toBe(sections[index - 1]?.title);
        });
      }),
    );
  });
});

describe('ticks', () => {
  it('never promise more than is known', () => {
    const webhook = { outcome: 'acknowledged', attempts: 1, ms: 1, status: 200 };
    const marks = (['accepted', 'sent', 'delivered', 'read', 'failed'] as const).map((status) => [
      tickOf({ status, webhook: null }),
      tickOf({ status, webhook }),
    ]);
    expect(marks).toEqual([
      ['pending', 'sent'],
      ['sent', 'sent'],
      ['delivered', 'delivered'],
      ['read', 'read'],
      ['failed', 'failed'],
    ]);
  });
});

describe('the timeline', () => {
  it('is newest first, of forty lines at most, whatever happened', () => {
    fc.assert(
      fc.property(brought, fc.array(fc.integer({ min: 0, max: 86_400_000 }), { maxLength: 30 }), (items, clicks) => {
        const { messages } = items.map(build).reduce(withMessage, empty);
        const notes = clicks
          .map((ms, index): TrailNote => ({
            id: `c${index}`,
            customerId: 'c',
            at: START + ms,
            kind: 'clicked',
            link: 'x',
            text: null,
          }))
          .reduce(withNote, [] as readonly TrailNote[]);
        const lines = timelineOf(messages, notes, []).map(({ at }) => at);
        expect(lines).toEqual([...lines].sort((one, other) => other - one));
        expect(lines).toHaveLength(Math.min(40, messages.length + notes.length));
      }),
    );
  });
});
