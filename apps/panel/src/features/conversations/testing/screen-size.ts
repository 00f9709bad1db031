import { afterEach } from '@jest/globals';

const MATCHING = {
  phone: ['(max-width: 767.98px)', '(pointer: coarse)'],
  desk: ['(min-width: 64rem)'],
} as const;

/** The screen that the page is on until the end of the test. */
export function onScreen(size: keyof typeof MATCHING): void {
  const before = window.matchMedia;
  window.matchMedia = (query: string) =>
    ({
      matches: MATCHING[size].some((one) => one === query),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
  undo = () => (window.matchMedia = before);
}

let undo: () => void = () => undefined;
afterEach(() => {
  undo();
  undo = () => undefined;
});
