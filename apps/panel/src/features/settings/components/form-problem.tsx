import { Button } from '@hilo/ui';
import { CircleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../i18n/problem-text';
import { isStale, refusedPaths } from '../../../app/refused-fields';

/** Why saving failed, over the form and with the focus; offers the latest when somebody else was faster. */
export function FormProblem({ error, onReload }: { error: unknown; onReload?: () => void }) {
  const { t } = useTranslation('settings');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const count = refusedPaths(error).length;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-danger/40 bg-danger-soft px-3 py-2.5"
    >
      <CircleAlert aria-hidden size={18} className="shrink-0 text-danger" />
      <p className="min-w-0 flex-1">
        {problemText(error)}
        {count > 0 ? ` ${t('form.refused', { count })}` : ''}
      </p>
      {isStale(error) && onReload ? (
        <Button size="sm" onClick={onReload}>
          {t('form.reload')}
        </Button>
      ) : null}
    </div>
  );
}
