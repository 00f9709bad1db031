import { useId, type ReactNode } from 'react';

/** A part of the detail: its name, one line of what it says, and the thing itself. */
export function Card({
  title,
  takeaway,
  action,
  children,
}: {
  title: string;
  takeaway?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="min-w-0 rounded-lg border border-line p-4">
      <header className="mb-3 flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="font-medium">
            {title}
          </h2>
          {takeaway ? <p className="text-label text-ink-3">{takeaway}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
