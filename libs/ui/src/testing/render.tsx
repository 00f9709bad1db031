import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import './browser-gaps';
import { UiProvider } from '../ui-provider';
import { LABELS } from './labels';

/** Draws a part of the kit as a page would, with somebody at the keyboard. */
export function draw(element: ReactElement) {
  return { user: userEvent.setup(), ...render(<UiProvider labels={LABELS}>{element}</UiProvider>) };
}
