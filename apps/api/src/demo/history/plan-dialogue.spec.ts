import { describe, expect, it } from '@jest/globals';
import { planDialogue, startOf } from './plan-dialogue.js';

const NOW = new Date('2026-11-21T02:30:00Z');
const ZONE = 'America/Guayaquil';
const plan = (lines: string[], start = '-2d 10:00') =>
  planDialogue({ key: 'd', customer: 'x', start, lines }, NOW, ZONE);

describe('startOf', () => {
  it('counts days on the wall of the business: it is still the 20th there', () => {
    expect(startOf('-1d 09:30', NOW, ZONE)).toEqual(new Date('2026-11-19T14:30:00Z'));
  });

  it.each([
    ['-23h20m', '2026-11-20T03:10:00Z'],
    ['-40m', '2026-11-21T01:50:00Z'],
    ['-3h', '2026-11-20T23:30:00Z'],
  ])('goes back %s from now', (start, at) => {
    expect(startOf(start, NOW, ZONE)).toEqual(new Date(at));
  });

  it.each(['-', 'yesterday', '-3d', '12:00'])('refuses %s', (start) => {
    expect(() => startOf(start, NOW, ZONE)).toThrow('not a beginning');
  });
});

describe('planDialogue', () => {
  it('adds up the waits and counts the messages', () => {
    const steps = plan(['c Hola', '+1 isac Buenos días', '@claim paula', '+10 c [react 👍] ^1', 'c Gracias']);
    expect(steps.map(({ at }) => at.toISOString().slice(11, 16))).toEqual([
      '15:00',
      '15:01',
      '15:02',
      '15:12',
      '15:14',
    ]);
    expect(steps.map((step) => ('index' in step ? step.index : null))).toEqual([0, 1, null, 2, 2]);
    expect(steps[3]).toMatchObject({ about: 1 });
    expect(steps.map(({ first }) => first)).toEqual([true, false, false, false, false]);
  });

  it('refuses what lies in the future and what is about nothing', () => {
    expect(() => plan(['c Hola', '+30 c Adiós'], '-20m')).toThrow('future');
    expect(() => plan(['c [react 👍] ^1'])).toThrow('about nothing');
  });
});
