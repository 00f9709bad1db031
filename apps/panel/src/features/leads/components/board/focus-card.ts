/** The card that holds the focus, by its lead's id. */
export const focusedCard = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-lead-id]')?.dataset['leadId'];

export function focusCard(leadId: string | undefined): void {
  if (leadId) document.querySelector<HTMLElement>(`[data-lead-id="${CSS.escape(leadId)}"] a`)?.focus();
}

/** Runs what moves the focused card and gives it the focus again in its new place. */
export function keepingFocus(leadId: string, move: () => void): void {
  const held = focusedCard() === leadId;
  move();
  if (held) requestAnimationFrame(() => requestAnimationFrame(() => focusCard(leadId)));
}
