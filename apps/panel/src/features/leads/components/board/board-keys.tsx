import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import { findLead, type Board } from '../../model/board';
import { LEAD_STATES, type Lead, type LeadState } from '../../model/lead';
import { focusCard, focusedCard } from './focus-card';

interface BoardKeysProps {
  board: Board;
  mayWrite: boolean;
  onMove: (lead: Lead, to: LeadState) => void;
}

function MoveKey({ board, mayWrite, onMove, state }: BoardKeysProps & { state: LeadState }) {
  const { t } = useTranslation('leads');
  useShortcut(
    {
      keys: `m ${LEAD_STATES.indexOf(state) + 1}`,
      label: t('keys.move', { state: t(`states.${state}`) }),
      group: t('keys.group'),
      run: () => {
        const lead = findLead(board, focusedCard() ?? '');
        if (lead) onMove(lead, state);
      },
    },
    mayWrite,
  );
  return null;
}

function StepKey({ board, keys, step }: { board: Board; keys: string; step: 1 | -1 }) {
  const { t } = useTranslation('leads');
  useShortcut({
    keys,
    label: t(step > 0 ? 'keys.next' : 'keys.previous'),
    group: t('keys.group'),
    run: () => {
      const drawn = [...document.querySelectorAll<HTMLElement>('[data-lead-id]')].map((card) => card.dataset['leadId']);
      const ids = drawn.length > 0 ? drawn : board.columns.flatMap(({ leads }) => leads.map(({ id }) => id));
      const from = ids.indexOf(focusedCard());
      focusCard(ids[from === -1 ? 0 : Math.max(0, Math.min(ids.length - 1, from + step))]);
    },
  });
  return null;
}

/** `m` then `1` to `6` moves the focused card; `j` and `k` walk the cards. */
export function BoardKeys(props: BoardKeysProps) {
  return (
    <>
      {LEAD_STATES.map((state) => (
        <MoveKey key={state} {...props} state={state} />
      ))}
      <StepKey board={props.board} keys="j" step={1} />
      <StepKey board={props.board} keys="k" step={-1} />
    </>
  );
}
