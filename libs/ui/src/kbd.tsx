import { Fragment } from 'react';
import { cx } from './cx';

/** Keys as caps. `keys` is a chord (`Ctrl+K`) or a sequence (`g b`). */
export function Kbd({ keys, inverted }: { keys: string; inverted?: boolean }) {
  return (
    <kbd className="inline-flex items-center gap-1 font-mono text-meta">
      {keys.split(' ').map((chord, position) => (
        <Fragment key={`${chord}${position}`}>
          {chord.split(/(?<=.)\+(?=.)/).map((cap) => (
            <span
              key={cap}
              className={cx(
                'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1',
                inverted ? 'border-current/40' : 'border-line bg-bg text-ink-2',
              )}
            >
              {cap}
            </span>
          ))}
        </Fragment>
      ))}
    </kbd>
  );
}
