/** The look that every text-like control shares. 16 px on touch, or iOS zooms the page. */
export const controlClass =
  'w-full rounded-md border border-line-strong bg-surface px-3 text-ui text-ink transition-colors duration-120 ' +
  'placeholder:text-ink-3 hover:border-ink-2 focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent ' +
  'data-invalid:border-danger data-disabled:cursor-not-allowed data-disabled:opacity-50 pointer-coarse:text-base';
