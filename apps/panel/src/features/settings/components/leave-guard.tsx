import { ConfirmDialog } from '@hilo/ui';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before changes are left behind: by a link, by the back button, by closing the tab. */
export function LeaveGuard({ dirty, what }: { dirty: boolean; what: string }) {
  const { t } = useTranslation('settings');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      danger
      title={t('leave.title', { what })}
      description={t('leave.help')}
      confirmLabel={t('leave.confirm')}
      cancelLabel={t('leave.stay')}
      open={status === 'blocked'}
      onOpenChange={(open) => {
        if (!open) reset?.();
      }}
      onConfirm={() => proceed?.()}
    />
  );
}
