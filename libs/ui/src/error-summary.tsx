import { useEffect, useRef, type ReactNode } from 'react';

export interface ErrorSummaryProps {
  children: ReactNode;
  /** What it speaks of. It takes the focus when it appears and again for each new one. */
  of: unknown;
}

/** What keeps a form from being saved, above its fields. */
export function ErrorSummary({ children, of }: ErrorSummaryProps) {
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
