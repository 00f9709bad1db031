import { act } from '@testing-library/react';

/** A browser whose width can be changed under a page, as a phone that is turned. Call `close` at the end. */
export function turnableScreen(narrow: boolean) {
  const listeners = new Set<() => void>();
  let matches = narrow;
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({
      get matches() {
        return matches;
      },
      addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
    }),
  });
  return {
    turn: (next: boolean) =>
      act(() => {
        matches = next;
        for (const listener of listeners) listener();
      }),
    listening: () => listeners.size,
    close: () => Reflect.deleteProperty(window, 'matchMedia'),
  };
}
