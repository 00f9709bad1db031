import { Button, ErrorSummary } from '@hilo/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../i18n/problem-text';

export interface FormSummaryProps {
  /** How many fields are marked. */
  count: number;
  /** What marked them; each new one brings the focus here. */
  of: unknown;
  /** Why saving failed where no field is to blame. */
  error: unknown;
  /** Says more of the failure than its usual words. */
  children?: ReactNode;
}

/** What keeps a form from being saved, above its fields; nothing while nothing does. */
export function FormSummary({ count, of, error, children }: FormSummaryProps) {
  const { t } = useTranslation('shell');
  if (count > 0) return <ErrorSummary of={of}>{t('form.check', { count })}</ErrorSummary>;
  if (!error) return null;
  return <ErrorSummary of={error}>{children ?? problemText(error)}</ErrorSummary>;
}

export interface StaleChoiceProps {
  /** Says that somebody else was faster. */
  words: string;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
}

/** Somebody else was faster: to write one's own changes upon theirs, or to see what they left. */
export function StaleChoice({ words, onOverwrite, onTakeTheirs }: StaleChoiceProps) {
  const { t } = useTranslation('shell');
  return (
    <>
      <p>{words}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={onOverwrite}>
          {t('form.overwrite')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onTakeTheirs}>
          {t('form.takeTheirs')}
        </Button>
      </div>
    </>
  );
}
