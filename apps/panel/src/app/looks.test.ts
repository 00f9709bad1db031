import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type * as PinModule from './shell/rail-pin';
import { applyTheme, followSystemTheme, storedTheme } from './theme';

/** A system whose wishes change: dark or not, wide or not. */
class System {
  dark = false;
  wide = false;
  private readonly listeners: (() => void)[] = [];

  readonly matchMedia = (query: string) => {
    const wish = () => (query.includes('dark') ? this.dark : this.wide);
    return {
      get matches() {
        return wish();
      },
      addEventListener: (_type: string, listener: () => void) => this.listeners.push(listener),
    };
  };

  turn(dark: boolean): void {
    this.dark = dark;
    for (const listener of this.listeners) listener();
  }
}

let system: System;
beforeEach(() => {
  localStorage.clear();
  system = new System();
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: system.matchMedia });
});
afterEach(() => void Reflect.deleteProperty(document.documentElement.dataset, 'theme'));

const drawn = () => document.documentElement.dataset['theme'];

describe('the theme', () => {
  it.each([
    ['light', true, 'light'],
    ['dark', false, 'dark'],
    ['system', true, 'dark'],
    ['system', false, 'light'],
  ] as const)('%s on a dark system (%p) is drawn %s', (theme, dark, expected) => {
    system.dark = dark;
    applyTheme(theme);
    expect(drawn()).toBe(expected);
    expect(storedTheme()).toBe(theme);
  });

  it('follows the system through the day, until something is chosen', () => {
    applyTheme('system');
    followSystemTheme();
    system.turn(true);
    expect(drawn()).toBe('dark');
    system.turn(false);
    expect(drawn()).toBe('light');
    applyTheme('light');
    system.turn(true);
    expect(drawn()).toBe('light');
  });

  it.each([null, '', 'sepia', 'DARK'])('takes %p in the store for no choice', (stored) => {
    if (stored !== null) localStorage.setItem('hilo.theme', stored);
    expect(storedTheme()).toBe('system');
  });

  it('is drawn before the first paint from the same place', async () => {
    const { readFileSync } = await import('node:fs');
    const early = readFileSync(new URL('../../public/theme.js', import.meta.url), 'utf8');
    for (const [stored, dark, expected] of [
      ['dark', false, 'dark'],
      ['light', true, 'light'],
      [null, true, 'dark'],
      [null, false, 'light'],
    ] as const) {
      localStorage.clear();
      if (stored) localStorage.setItem('hilo.theme', stored);
      system.dark = dark;
      Reflect.deleteProperty(document.documentElement.dataset, 'theme');
      window.eval(early);
      expect([stored, dark, drawn()]).toEqual([stored, dark, expected]);
    }
  });
});

describe('the words of the rail', () => {
  async function opened(): Promise<typeof PinModule> {
    jest.resetModules();
    return import('./shell/rail-pin');
  }

  it.each([
    [null, true, true],
    [null, false, false],
    ['slim', true, false],
    ['pinned', false, true],
  ])('stored %p on a wide screen (%p) are shown: %p', async (stored, wide, pinned) => {
    if (stored) localStorage.setItem('hilo.rail', stored);
    system.wide = wide;
    expect((await opened()).useRailPin.getState().pinned).toBe(pinned);
  });

  it('stay as the person left them', async () => {
    const { useRailPin } = await opened();
    useRailPin.getState().toggle();
    expect((await opened()).useRailPin.getState().pinned).toBe(true);
    useRailPin.getState().toggle();
    expect((await opened()).useRailPin.getState().pinned).toBe(false);
  });
});
