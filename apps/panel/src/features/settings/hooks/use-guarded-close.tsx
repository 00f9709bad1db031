import { ConfirmDialog } from '@hilo/ui';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Closes a form; with changes in it, asks first. Draw `confirm` inside the form. */
export function useGuardedClose(
  dirty: boolean,
  what: string,
  onClose: () => void,
): { close: () => void; confirm: ReactElement } {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState(false);
  return {
    close: () => {
      if (dirty) setAsking(true);
      else onClose();
    },
    confirm: (
      <ConfirmDialog
        danger
        title={t('leave.title', { what })}
        description={t('leave.help')}
        confirmLabel={t('leave.confirm')}
        cancelLabel={t('leave.stay')}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={onClose}
      />
    ),
  };
}
