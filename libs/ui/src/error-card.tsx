import { CircleAlert } from 'lucide-react';
import { Button } from './button';
import { CopyButton } from './copy-button';
import { useUiLabels } from './ui-labels-context';

export interface ErrorCardProps {
  title: string;
  /** The cause in plain words. */
  cause?: string;
  /** For whoever helps: request id, code. Copied, never shown raw. */
  detail?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

/** Stands where the content would be when it could not be brought. */
export function ErrorCard({ title, cause, detail, onRetry, retrying }: ErrorCardProps) {
  const labels = useUiLabels();
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md border border-danger/40 bg-danger-soft p-4">
      <CircleAlert aria-hidden size={20} className="mt-px shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {cause ? <p className="text-ink-2">{cause}</p> : null}
        <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
          {onRetry ? (
            <Button size="sm" onClick={onRetry} busy={retrying}>
              {labels.retry}
            </Button>
          ) : null}
          {detail ? <CopyButton text={detail} label={labels.copyDetail} size="sm" variant="ghost" /> : null}
        </div>
      </div>
    </div>
  );
}
