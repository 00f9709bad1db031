import { useEffect, useRef, type ReactNode } from 'react';

/** What keeps the form from being saved. Takes the focus each time it appears. */
export function ErrorSummary({ children, of }: { children: ReactNode; of: unknown }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus();
  }, [of]);
  return (
    <div ref={element} tabIndex={-1} role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ink outline-none">
      {children}
    </div>
  );
}
