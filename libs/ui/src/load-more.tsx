import { Button } from './button';
import { useUiLabels } from './ui-labels-context';

export interface LoadMoreProps {
  onLoad: () => void;
  busy?: boolean;
  /** The last try brought nothing; said above the button, which tries again. */
  failed?: boolean;
  /** Says of what, where a screen has several. */
  label?: string;
  /** Small and without a frame, at the foot of something narrow. */
  quiet?: boolean;
}

/** The foot of a list that goes on at the server. */
export function LoadMore({ onLoad, busy, failed, label, quiet }: LoadMoreProps) {
  const labels = useUiLabels();
  const look = quiet ? ({ variant: 'ghost', size: 'sm' } as const) : {};
  return (
    <div className="flex flex-col items-center gap-1">
      {failed ? (
        <p role="alert" className="text-label text-danger">
          {labels.moreFailed}
        </p>
      ) : null}
      <Button {...look} busy={busy} onClick={onLoad} aria-label={label}>
        {labels.loadMore}
      </Button>
    </div>
  );
}
