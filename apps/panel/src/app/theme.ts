export type Theme = 'system' | 'light' | 'dark';

const KEY = 'hilo.theme';
const dark = () => matchMedia('(prefers-color-scheme: dark)');

function drawn(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return dark().matches ? 'dark' : 'light';
}

export function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Draws the page in this theme and keeps it for the next visit (read before the first paint by /theme.js). */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.dataset['theme'] = drawn(theme);
}

/** Follows the system while nothing else was chosen. */
export function followSystemTheme(): void {
  dark().addEventListener('change', () => applyTheme(storedTheme()));
}
