import { describe, expect, it } from '@jest/globals';
import { modeFor } from './may-answer.js';

const NOW = new Date('2026-11-21T10:00:00Z');
const open = { status: 'open', assistantPausedUntil: null } as const;

describe('modeFor', () => {
  it.each([
    ['auto', 'assistant', 'auto'],
    ['auto', 'nobody', 'auto'],
    ['auto', 'person', null],
    ['suggest', 'nobody', 'suggest'],
    ['suggest', 'person', 'suggest'],
    ['off', 'assistant', null],
    ['off', 'nobody', null],
  ] as const)('%s with %s in charge: %s', (assistantMode, owner, mode) => {
    expect(modeFor({ ...open, assistantMode, owner }, NOW)).toBe(mode);
  });

  it('stays out while paused, and of what is closed or unknown', () => {
    const auto = { ...open, assistantMode: 'auto', owner: 'assistant' } as const;
    expect(modeFor({ ...auto, assistantPausedUntil: new Date('2026-11-21T10:00:01Z') }, NOW)).toBeNull();
    expect(modeFor({ ...auto, assistantPausedUntil: NOW }, NOW)).toBe('auto');
    expect(modeFor({ ...auto, status: 'closed' }, NOW)).toBeNull();
    expect(modeFor(undefined, NOW)).toBeNull();
  });
});
