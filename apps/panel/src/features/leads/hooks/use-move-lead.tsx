import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeLead } from '../api/use-change-lead';
import { keepingFocus } from '../components/board/focus-card';
import { LostDialog, WonDialog } from '../components/move-dialogs';
import { mayMove, type Lead, type LeadChange, type LeadState } from '../model/lead';

/** Moves leads along the pipeline: at once, except where something must be asked first. Draw `asking` on the screen. */
export function useMoveLead(): { move: (lead: Lead, to: LeadState) => void; asking: ReactNode } {
  const { t } = useTranslation('leads');
  const { mutate } = useChangeLead();
  const [ask, setAsk] = useState<{ lead: Lead; to: 'won' | 'lost' } | null>(null);
  const [said, setSaid] = useState('');

  const change = useCallback(
    (lead: Lead, asked: LeadChange & { state: LeadState }) => {
      const words = { name: lead.contact?.name || t('nameless'), state: t(`states.${asked.state}`) };
      keepingFocus(lead.id, () => mutate({ lead, change: asked }, { onSuccess: () => setSaid(t('moved', words)) }));
    },
    [mutate, t],
  );
  const move = useCallback(
    (lead: Lead, to: LeadState) => {
      if (!mayMove(lead.state, to)) return;
      if (to === 'won' || to === 'lost') setAsk({ lead, to });
      else change(lead, { state: to });
    },
    [change],
  );

  const Asking = ask?.to === 'won' ? WonDialog : LostDialog;
  return {
    move,
    asking: (
      <>
        <p role="status" className="sr-only">
          {said}
        </p>
        {ask ? (
          <Asking
            lead={ask.lead}
            onClose={() => setAsk(null)}
            onAnswer={(answer) => {
              setAsk(null);
              change(ask.lead, { ...answer, state: ask.to });
            }}
          />
        ) : null}
      </>
    ),
  };
}
