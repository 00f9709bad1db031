import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { BusyBar, Segmented, useNarrow } from '@hilo/ui';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { findLead, neighbourOf, type Board as BoardOfLeads } from '../../model/board';
import { LEAD_STATES, type Lead, type LeadState } from '../../model/lead';
import type { LeadFilter } from '../../model/lead-filter';
import { BoardKeys } from './board-keys';
import { Column } from './column';
import { focusCard, focusedCard } from './focus-card';

export interface BoardProps {
  board: BoardOfLeads;
  filter: LeadFilter;
  refreshing: boolean;
  mayWrite: boolean;
  /** Only this column, when the address says so; on a phone there is always one. */
  state?: LeadState;
  onState: (state: LeadState) => void;
  onMove: (lead: Lead, to: LeadState) => void;
}

const ways: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export function Board({ board, filter, refreshing, mayWrite, state, onState, onMove }: BoardProps) {
  const { t } = useTranslation('leads');
  const narrow = useNarrow();
  const [lostFolded, foldLost] = useState(true);
  const shown = narrow ? (state ?? 'new') : state;

  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const to = location.current.dropTargets[0]?.data['state'] as LeadState | undefined;
          const lead = findLead(board, String(source.data['leadId']));
          if (lead && to) onMove(lead, to);
        },
      }),
    [board, onMove],
  );

  const step = (event: KeyboardEvent) => {
    const way = ways[event.key];
    const from = focusedCard();
    if (!way || !from || !(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    focusCard(neighbourOf(board, from, way));
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <BusyBar busy={refreshing} />
      {narrow ? (
        <div className="overflow-x-auto px-4 pb-2">
          <Segmented
            look="pills"
            label={t('filters.state')}
            value={shown ?? 'new'}
            onValueChange={onState}
            options={LEAD_STATES.map((value) => ({
              value,
              label: t(`states.${value}`),
              count: board.columns.find((column) => column.state === value)?.count ?? 0,
            }))}
          />
        </div>
      ) : null}
      <BoardKeys board={board} mayWrite={mayWrite} onMove={onMove} />
      <div
        onKeyDown={step}
        className="flex min-h-0 flex-1 gap-2 overflow-x-auto px-4 pb-4 md:px-6"
        role="group"
        aria-label={t('board')}
      >
        {board.columns
          .filter((column) => shown === undefined || column.state === shown)
          .map((column) => {
            const foldable = column.state === 'lost' && shown === undefined;
            return (
              <Column
                key={column.state}
                {...{ column, filter, mayWrite, onMove }}
                folded={foldable && lostFolded}
                onFold={foldable ? foldLost : undefined}
              />
            );
          })}
      </div>
    </div>
  );
}
