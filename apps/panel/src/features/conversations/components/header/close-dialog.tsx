import { Button, Dialog } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { CloseReason } from '../../model/conversation';

const REASONS: readonly CloseReason[] = ['sale', 'no_interest', 'spam', 'other'];

/** Closing says why; one press does both. */
export default function CloseDialog({
  name,
  onClose,
  onChoose,
}: {
  name: string;
  onClose: () => void;
  onChoose: (reason: CloseReason) => void;
}) {
  const { t } = useTranslation('conversations');
  return (
    <Dialog
      open
      size="sm"
      title={t('close.title', { name: name || t('unnamed') })}
      description={t('close.help')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <div className="grid grid-cols-2 gap-2 pt-1">
        {REASONS.map((reason) => (
          <Button
            key={reason}
            size="lg"
            onClick={() => {
              onChoose(reason);
              onClose();
            }}
          >
            {t(`close.reasons.${reason}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
