import type { ReactNode } from 'react';

export interface EmptyProps {
  icon?: ReactNode;
  /** One line: what this place is for. */
  title: string;
  description?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
}

export function Empty({ icon, title, description, action }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center">
      {icon ? (
        <span className="mb-1 flex size-12 items-center justify-center rounded-full bg-sunken text-ink-3">{icon}</span>
      ) : null}
      <p className="font-display text-section font-semibold">{title}</p>
      {description ? <p className="text-ink-2">{description}</p> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
