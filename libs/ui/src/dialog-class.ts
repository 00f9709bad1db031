export const backdropClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-160 data-starting-style:opacity-0 data-ending-style:opacity-0';

export const dialogPopupClass =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col ' +
  'rounded-lg border border-line bg-surface text-ink shadow-pop outline-none transition-[opacity,scale] duration-160 ease-paper ' +
  'data-starting-style:scale-[0.98] data-starting-style:opacity-0 data-ending-style:scale-[0.98] data-ending-style:opacity-0';
