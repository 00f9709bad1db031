import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement, ReactNode } from 'react';
import './browser-gaps';
import { UiProvider } from '../ui-provider';
import { LABELS } from './labels';

// Parts that are fetched late come when the machine lets them: patience, not a deadline, decides.
configure({ asyncUtilTimeout: 10_000 });

/**
 * Draws a part of the kit as a page would, with somebody at the keyboard. Before the first press on what opens something,
 * await `bringPopups()` as a page at rest did, unless coming too early is what is tried.
 */
export function draw(element: ReactElement) {
  const wrapper = ({ children }: { children: ReactNode }) => <UiProvider labels={LABELS}>{children}</UiProvider>;
  return { user: userEvent.setup(), ...render(element, { wrapper }) };
}
