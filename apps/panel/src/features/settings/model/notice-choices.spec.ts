import { describe, expect, it } from '@jest/globals';
import { undoChoices, volumeName } from './notice-choices';

describe('what is offered', () => {
  it('to take a message back are the usual seconds, and the own where they are others', () => {
    expect(undoChoices(3)).toEqual([0, 3, 5, 10]);
    expect(undoChoices(7)).toEqual([0, 3, 5, 7, 10]);
  });

  it.each([
    [0, 'low'],
    [30, 'low'],
    [49, 'low'],
    [51, 'middle'],
    [70, 'middle'],
    [86, 'high'],
    [100, 'high'],
  ] as const)('names the volume %d: %s', (volume, name) => {
    expect(volumeName(volume)).toBe(name);
  });
});
