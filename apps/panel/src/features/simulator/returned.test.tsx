import { afterEach, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { openPanel } from '../../testing/open-panel';
import { aMessage } from './testing/a-message';
import { FakePhone } from './testing/fake-phone';

const late = { timeout: 10_000 };
let panel: Awaited<ReturnType<typeof openPanel>>;
afterEach(() => panel.close());

it('shows on coming back what reached the phone meanwhile, of which the feed could not tell', async () => {
  const phone = new FakePhone();
  panel = await openPanel('/simulador?cliente=593991112201', phone.answer);
  await screen.findByText('Un chat nuevo', {}, late);

  await panel.user.keyboard('gb');
  await screen.findByRole('heading', { name: 'Bandeja', level: 1 }, late);
  phone.messages = [aMessage({ id: 'b1', direction: 'received', text: 'Hola, soy Paula.' })];
  await panel.user.keyboard('gs');
  await panel.user.click(await screen.findByRole('button', { name: /María Quishpe/ }, late));

  const chat = within(await screen.findByRole('log', {}, late));
  expect(await chat.findByText('Hola, soy Paula.', {}, late)).toBeTruthy();
}, 60_000);
