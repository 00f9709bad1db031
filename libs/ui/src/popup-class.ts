/** The paper of every floating list: menus, selects, comboboxes and popovers. */
export const popupClass =
  'max-h-[var(--available-height)] min-w-[var(--anchor-width)] origin-[var(--transform-origin)] overflow-y-auto rounded-md ' +
  'border border-line bg-surface text-ink shadow-pop outline-none transition-[opacity,transform] duration-120 ease-paper ' +
  'data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:opacity-0';

/** One row of a floating list. */
export const popupItemClass =
  'flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-ui outline-none select-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-accent-soft data-disabled:opacity-50';
