import { cx } from '@hilo/ui';
import { Clock, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ReplyWindow } from '../../model/reply-window';

/** How long free answers are still possible, by the server's word. Nothing where there is no such limit. */
export function WindowChip({ window }: { window: ReplyWindow }) {
  const { t } = useTranslation('conversations');
  if (window.kind === 'always') return null;
  const open = window.kind === 'open';
  const left = open
    ? window.hours > 0
      ? t('window.hours', { hours: window.hours, minutes: window.minutes })
      : t('window.minutes', { minutes: window.minutes })
    : '';
  const Icon = open ? Clock : Lock;
  return (
    <span
      className={cx(
        'inline-flex min-w-0 items-center gap-1.5 text-label font-medium',
        open ? (window.soon ? 'text-warning' : 'text-success') : 'text-ink-2',
      )}
    >
      <Icon aria-hidden size={14} strokeWidth={2} className="shrink-0" />
      <span className="truncate">
        {open ? (
          <>
            <span className="max-sm:hidden">{t('window.open')} </span>
            {t('window.left', { left })}
          </>
        ) : (
          t('window.closed')
        )}
      </span>
    </span>
  );
}
