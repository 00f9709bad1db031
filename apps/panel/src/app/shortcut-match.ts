export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

export type Match = { kind: 'run'; keys: string } | { kind: 'wait'; pending: string } | { kind: 'none' };

const named: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
};

/** How a press is written in a shortcut: `Ctrl+K` (also for ⌘), `g`, `?`. Alt is nobody's: it types @ # [ on Spanish keyboards. */
export function pressName({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.length === 1 ? `Ctrl+${key.toUpperCase()}` : null;
  return named[key] ?? key;
}

/** What a press means after the keys already waiting (`''` or e.g. `g`). Inside a text field only Ctrl combinations count. */
export function matchShortcut(pending: string, press: KeyPress, known: ReadonlySet<string>, typing: boolean): Match {
  const name = pressName(press);
  if (name === null || (typing && !name.startsWith('Ctrl+'))) return { kind: 'none' };
  const keys = pending === '' ? name : `${pending} ${name}`;
  if (known.has(keys)) return { kind: 'run', keys };
  const begun = [...known].some((one) => one.startsWith(`${keys} `));
  if (begun) return { kind: 'wait', pending: keys };
  return pending === '' ? { kind: 'none' } : matchShortcut('', press, known, typing);
}
