import { Button, Dialog, TextField } from '@hilo/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../../hooks/use-moments';
import { followUpPresets, localInput } from '../../model/follow-up';

/** When a conversation comes back by itself: a few likely moments, or any other. */
export default function FollowUpDialog({ onClose, onChoose }: { onClose: () => void; onChoose: (at: string) => void }) {
  const { t } = useTranslation('conversations');
  const moments = useMoments();
  const [now] = useState(() => new Date());
  const [chosen, setChosen] = useState(() => localInput(followUpPresets(now).tomorrow));
  const at = new Date(chosen);
  const valid = !Number.isNaN(at.getTime()) && at > now;
  const choose = (date: Date) => {
    onChoose(date.toISOString());
    onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      title={t('followUp.title')}
      description={t('followUp.help')}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <Button variant="primary" disabledReason={valid ? null : t('followUp.past')} onClick={() => choose(at)}>
          {t('followUp.save')}
        </Button>
      }
    >
      <div className="flex flex-col gap-2">
        {Object.entries(followUpPresets(now)).map(([name, date]) => (
          <Button key={name} className="w-full justify-between" onClick={() => choose(date)}>
            {t(`followUp.presets.${name as 'tomorrow'}`)}
            <span className="font-normal text-ink-3">{moments.full(date.toISOString())}</span>
          </Button>
        ))}
        <TextField
          type="datetime-local"
          label={t('followUp.other')}
          value={chosen}
          min={localInput(now)}
          onChange={(event) => setChosen(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
