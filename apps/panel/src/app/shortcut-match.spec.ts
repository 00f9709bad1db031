import { describe, expect, it } from '@jest/globals';
import { matchShortcut, pressName, type KeyPress } from './shortcut-match';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...over,
});
const known = new Set(['Ctrl+K', '?', 'g b', 'g l', 'e']);

describe('naming a press', () => {
  it('reads Ctrl and ⌘ alike and leaves Alt to the keyboard layout', () => {
    expect(pressName(press('k', { ctrlKey: true }))).toBe('Ctrl+K');
    expect(pressName(press('k', { metaKey: true }))).toBe('Ctrl+K');
    expect(pressName(press('@', { altKey: true, ctrlKey: true }))).toBeNull();
    expect(pressName(press('Escape'))).toBe('Esc');
    expect(pressName(press('Shift', { ctrlKey: true }))).toBeNull();
  });
});

describe('matching', () => {
  it('runs a single key and a combination', () => {
    expect(matchShortcut('', press('?'), known, false)).toEqual({ kind: 'run', keys: '?' });
    expect(matchShortcut('', press('k', { ctrlKey: true }), known, false)).toEqual({ kind: 'run', keys: 'Ctrl+K' });
  });

  it('waits for the second key of a sequence', () => {
    expect(matchShortcut('', press('g'), known, false)).toEqual({ kind: 'wait', pending: 'g' });
    expect(matchShortcut('g', press('b'), known, false)).toEqual({ kind: 'run', keys: 'g b' });
  });

  it('reads a key that does not continue the sequence as a new beginning', () => {
    expect(matchShortcut('g', press('e'), known, false)).toEqual({ kind: 'run', keys: 'e' });
    expect(matchShortcut('g', press('x'), known, false)).toEqual({ kind: 'none' });
  });

  it('takes no letter from somebody who is typing, but still takes Ctrl+K', () => {
    expect(matchShortcut('', press('e'), known, true)).toEqual({ kind: 'none' });
    expect(matchShortcut('', press('K', { ctrlKey: true }), known, true)).toEqual({ kind: 'run', keys: 'Ctrl+K' });
  });
});
