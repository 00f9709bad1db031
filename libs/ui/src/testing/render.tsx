import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import './browser-gaps';
import { UiProvider } from '../ui-provider';
import { LABELS } from './labels';

/**
 * Draws a part of the kit as a page would, with somebody at the keyboard. Before the first press on what opens something,
 * await `bringPopups()` as a page at rest did, unless coming too early is what is tried.
 */
export function draw(element: ReactElement) {
  return { user: userEvent.setup(), ...render(<UiProvider labels={LABELS}>{element}</UiProvider>) };
}
