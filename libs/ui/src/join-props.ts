import type { Ref } from 'react';

type Props = Readonly<Record<string, unknown>>;
type Handler = (...values: unknown[]) => void;

/** Props added to those an element has; where both hold a handler, the element's own runs first and then ours. */
export function joinProps(own: Props, added: Props): Record<string, unknown> {
  const joined: Record<string, unknown> = { ...added };
  for (const [name, ours] of Object.entries(added)) {
    const theirs = own[name];
    if (typeof ours !== 'function' || typeof theirs !== 'function') continue;
    joined[name] = (...values: unknown[]) => {
      (theirs as Handler)(...values);
      (ours as Handler)(...values);
    };
  }
  return joined;
}

/** Tells an element's own ref, whatever its kind. */
export function tellRef(ref: unknown, element: HTMLElement | null): void {
  if (typeof ref === 'function') (ref as Handler)(element);
  else if (ref) (ref as Exclude<Ref<HTMLElement>, null | ((element: HTMLElement | null) => unknown)>).current = element;
}
