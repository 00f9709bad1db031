import { ErrorCard } from '@hilo/ui';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../i18n/problem-text';

/** What stays of a screen that broke: why, and a way to try again. Never a blank page. */
export function FailedScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="mx-auto w-full max-w-xl p-6">
      <h1 tabIndex={-1} className="sr-only">
        {t('failed')}
      </h1>
      <ErrorCard title={t('failed')} cause={problemText(error)} detail={problemDetail(error)} onRetry={retry} />
    </div>
  );
}
