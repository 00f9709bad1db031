import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** A part of the customer column that folds. */
export function Section({
  title,
  count,
  icon,
  children,
}: {
  title: string;
  count?: number;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <details open className="group/section border-t border-line">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        {icon}
        {title}
        {count === undefined ? null : <span className="text-label font-normal text-ink-3">{count}</span>}
        <ChevronDown
          aria-hidden
          size={16}
          className="ml-auto text-ink-3 transition-transform duration-120 group-open/section:rotate-180"
        />
      </summary>
      <div className="px-4 pb-4">{children}</div>
    </details>
  );
}
