import { ErrorCard } from '@hilo/ui';
import { problemDetail, problemText } from '../i18n/problem-text';

export interface ProblemCardProps {
  /** What did not come. */
  title: string;
  error: unknown;
  onRetry: () => void;
  retrying?: boolean;
}

/** A failure where its content would be: the cause in words, the detail for whoever helps, and another try. */
export function ProblemCard({ title, error, onRetry, retrying }: ProblemCardProps) {
  return (
    <ErrorCard
      title={title}
      cause={problemText(error)}
      detail={problemDetail(error)}
      onRetry={onRetry}
      retrying={retrying}
    />
  );
}
