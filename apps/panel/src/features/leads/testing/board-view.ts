import { screen, within } from '@testing-library/react';

/** One column of the board, by its state's word. */
export const column = (name: RegExp) => within(screen.getByRole('region', { name }));

/** The names on a column's cards, from the top. */
export const namesIn = (name: RegExp): (string | null)[] =>
  column(name)
    .queryAllByRole('heading', { level: 3 })
    .map((title) => title.textContent);

/** The card of somebody, as an element to drag. */
export async function cardOf(name: string): Promise<HTMLElement> {
  const card = (await screen.findByRole('link', { name })).closest('li');
  if (!card) throw new Error(`no card of ${name}`);
  return card;
}
