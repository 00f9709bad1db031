import type { ReactNode } from 'react';

/** The head of a screen: its one h1 (which takes the focus on arrival), a quiet figure beside it, actions at the right. */
export function PageHeader({ title, detail, children }: { title: string; detail?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 md:px-6">
      <h1 tabIndex={-1} className="font-display text-page font-semibold">
        {title}
      </h1>
      {detail ? <span className="text-label text-ink-3">{detail}</span> : null}
      <div className="ml-auto flex flex-wrap items-center gap-2">{children}</div>
    </header>
  );
}
