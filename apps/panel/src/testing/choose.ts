import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

type Name = string | RegExp;

/** Opens a select or a combobox by its label and takes one of its options. */
export async function choose(user: UserEvent, label: Name, option: Name): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name: label }));
  await user.click(await screen.findByRole('option', { name: option }));
}

/** The words of a select's options, in order; leaves it open. */
export async function optionsOf(user: UserEvent, label: Name): Promise<(string | null)[]> {
  await user.click(await screen.findByRole('combobox', { name: label }));
  return (await screen.findAllByRole('option')).map((option) => option.textContent);
}

/** Writes at the end of a field at one stroke, as pasting does. */
export async function paste(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}
