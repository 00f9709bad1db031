import { useId, type ReactNode } from 'react';

/** One group of parts under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
      <h2 id={id} className="font-display text-section font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Parts beside each other, wrapping. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
