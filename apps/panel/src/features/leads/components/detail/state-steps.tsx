import { cx } from '@hilo/ui';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LEAD_STATES, mayMove, type Lead, type LeadState } from '../../model/lead';

export interface StateStepsProps {
  lead: Lead;
  mayWrite: boolean;
  onMove: (lead: Lead, to: LeadState) => void;
}

/** The pipeline as steps: shows where the lead is, and a press moves it where it may go. */
export function StateSteps({ lead, mayWrite, onMove }: StateStepsProps) {
  const { t } = useTranslation('leads');
  const reached = LEAD_STATES.indexOf(lead.state);
  return (
    <ol aria-label={t('detail.pipeline')} className="grid grid-cols-3 gap-1 sm:grid-cols-6">
      {LEAD_STATES.map((state, index) => {
        const here = state === lead.state;
        const passed = lead.state !== 'lost' && index < reached;
        const open = mayWrite && mayMove(lead.state, state);
        return (
          <li key={state} aria-current={here ? 'step' : undefined} className="flex">
            <button
              type="button"
              aria-disabled={!open || undefined}
              onClick={() => open && onMove(lead, state)}
              className={cx(
                'flex h-8 w-full items-center justify-center gap-1.5 rounded-sm px-2 text-label font-medium transition-colors duration-120 pointer-coarse:h-11',
                here &&
                  (state === 'lost'
                    ? 'bg-danger text-on-danger'
                    : state === 'won'
                      ? 'bg-success text-surface'
                      : 'bg-accent text-on-accent'),
                passed && 'bg-accent-soft text-ink',
                !here && !passed && 'bg-sunken text-ink-2 dark:bg-line',
                open ? 'hover:ring-2 hover:ring-accent' : 'cursor-default!',
              )}
            >
              {passed ? <Check aria-hidden size={13} /> : null}
              {t(`states.${state}`)}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
