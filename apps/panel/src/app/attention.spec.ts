import { describe, expect, it } from '@jest/globals';
import { concerns, loudness } from './attention';

describe('what asks for the ear of a person', () => {
  it.each([
    ['mine', 'me', true],
    ['mine', null, false],
    ['mine', 'other', false],
    ['unassigned', 'me', true],
    ['unassigned', null, true],
    ['unassigned', 'other', false],
    ['all', 'me', true],
    ['all', null, true],
    ['all', 'other', true],
  ] as const)('%s: of %s %s', (scope, assignee, heard) => {
    expect(concerns(scope, assignee, 'me')).toBe(heard);
  });

  it('is as loud as chosen, from nothing to all of it', () => {
    expect([0, 30, 100].map((soundVolume) => loudness({ soundVolume }))).toEqual([0, 0.3, 1]);
  });
});
