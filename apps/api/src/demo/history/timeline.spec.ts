import { describe, expect, it } from '@jest/globals';
import { inboundRuns, timelineOf } from './timeline.js';

const NOW = new Date('2026-11-21T15:00:00Z');
const ZONE = 'America/Guayaquil';
const LINK = { key: 'fb', sku: 'X', name: 'Avisos', network: 'facebook' as const, age: 20, perDay: 2 };
const BUYER = {
  key: 'buyer',
  customer: 'ana',
  start: '-3d 10:00',
  link: 'fb',
  lines: ['c Hola', 'isac Hola', 'c ¿Precio?', '@claim paula', 'paula 10'],
};
const OTHER = { key: 'other', customer: 'leo', start: '-3d 10:01', lines: ['c Buenas'] };

describe('timelineOf', () => {
  const entries = timelineOf([BUYER, OTHER], [LINK], NOW, ZONE);
  const told = entries.filter((entry) => entry.kind !== 'click');

  it('is in order and weaves dialogues into each other', () => {
    expect(entries.map(({ at }) => at.getTime())).toEqual(entries.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    expect(told.map(({ dialogue }) => dialogue)).toEqual(['buyer', 'buyer', 'other', 'buyer', 'buyer', 'buyer']);
  });

  it('lets a customer click before writing', () => {
    const click = entries.findIndex((entry) => entry.kind === 'click' && entry.carriedBy === 'buyer');
    const first = entries.findIndex((entry) => entry.kind !== 'click' && entry.dialogue === 'buyer');
    expect(click).toBeGreaterThanOrEqual(0);
    expect(click).toBeLessThan(first);
  });

  it('knows when the customer wrote next', () => {
    expect(told[1]?.kind === 'text' && told[1].answeredAt).toEqual(told[3]?.at);
    expect(told.at(-1)).toMatchObject({ answeredAt: null });
  });

  it('refuses a link that is not there', () => {
    expect(() => timelineOf([{ ...BUYER, link: 'tv' }], [LINK], NOW, ZONE)).toThrow('no link tv');
  });
});

describe('inboundRuns', () => {
  const runsOf = (lines: string[]) =>
    inboundRuns(timelineOf([{ ...OTHER, lines }], [], NOW, ZONE)).map((run) =>
      Array.isArray(run) ? run.map(({ text }) => text) : run.kind,
    );

  it('takes neighbours together and keeps the order', () => {
    expect(runsOf(['c a', 'c b', 'isac c', '@claim paula', 'c d', '+10 c e'])).toEqual([
      ['a', 'b'],
      'text',
      'desk',
      ['d'],
      ['e'],
    ]);
  });
});
