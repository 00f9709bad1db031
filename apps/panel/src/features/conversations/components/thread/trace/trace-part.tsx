import type { ReactNode } from 'react';

/** One heading of a trace and what stands under it. */
export function TracePart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-b border-line py-3 first:pt-0 last:border-0">
      <h3 className="mb-1.5 text-label font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
