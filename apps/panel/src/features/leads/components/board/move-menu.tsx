import { IconButton, Menu, MenuItem } from '@hilo/ui';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LEAD_STATES, mayMove, type Lead, type LeadState } from '../../model/lead';
import { StateBar } from '../state-bar';

export interface MoveMenuProps {
  lead: Lead;
  name: string;
  onMove: (lead: Lead, to: LeadState) => void;
}

/** The same as dragging, without a pointer. States the lead cannot go to are there, but off. */
export function MoveMenu({ lead, name, onMove }: MoveMenuProps) {
  const { t } = useTranslation('leads');
  return (
    <Menu trigger={<IconButton size="sm" label={t('card.menu', { name })} icon={<Ellipsis size={16} />} />}>
      <div aria-hidden className="px-2 pt-1.5 pb-1 text-label text-ink-3">
        {t('card.moveTo')}
      </div>
      {LEAD_STATES.map((state, index) => (
        <MenuItem
          key={state}
          icon={<StateBar state={state} />}
          shortcut={`m ${index + 1}`}
          disabled={!mayMove(lead.state, state)}
          onSelect={() => onMove(lead, state)}
        >
          {t(`states.${state}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
