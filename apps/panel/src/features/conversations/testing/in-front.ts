import { afterEach } from '@jest/globals';
import { act, fireEvent } from '@testing-library/react';

const plain = { focus: document.hasFocus.bind(document) };

/** Whether the page is before the person's eyes; jsdom's never is by itself. Put back after the test. */
export function pageInFront(front: boolean): void {
  document.hasFocus = () => front;
  Object.defineProperty(document, 'hidden', { value: !front, configurable: true });
  Object.defineProperty(document, 'visibilityState', { value: front ? 'visible' : 'hidden', configurable: true });
}

/** The person comes back to the page. */
export function comeBack(): void {
  pageInFront(true);
  act(() => void fireEvent.focus(window));
}

afterEach(() => {
  document.hasFocus = plain.focus;
  Object.defineProperty(document, 'hidden', { value: false, configurable: true });
  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
});
