import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { IconButton, LoadMore, Tooltip, cx } from '@hilo/ui';
import { ChevronsLeftRight, ChevronsRightLeft, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoreCards } from '../../hooks/use-more-cards';
import { useWords } from '../../hooks/use-words';
import type { BoardColumn } from '../../model/board';
import { mayMove, type Lead, type LeadState } from '../../model/lead';
import type { LeadFilter } from '../../model/lead-filter';
import { StateBar } from '../state-bar';
import { Card } from './card';

/** More than this in one hand is worth a word. */
const BUSY_FROM = 50;

export interface ColumnProps {
  column: BoardColumn;
  filter: LeadFilter;
  mayWrite: boolean;
  onMove: (lead: Lead, to: LeadState) => void;
  folded: boolean;
  /** Given: the column can be folded away. */
  onFold?: (folded: boolean) => void;
}

function useDropTarget(state: LeadState) {
  const element = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ state }),
      canDrop: ({ source }) => mayMove(source.data['state'] as LeadState, state),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [state]);
  return { element, over };
}

export function Column({ column, filter, mayWrite, onMove, folded, onFold }: ColumnProps) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const titleId = useId();
  const { element, over } = useDropTarget(column.state);
  const more = useMoreCards(filter, column);
  const { state, count } = column;
  const word = t(`states.${state}`);
  const busy = count > BUSY_FROM && ['contacted', 'qualified', 'negotiating'].includes(state);
  const others = column.values.filter(({ currency, amount }) => currency !== column.value.currency && amount > 0);

  if (folded)
    return (
      <section
        ref={element}
        aria-labelledby={titleId}
        className={cx(
          'flex w-11 shrink-0 flex-col items-center gap-2 rounded-lg bg-bg py-2',
          over && 'ring-2 ring-accent',
        )}
      >
        <IconButton
          size="sm"
          label={t('column.unfold', { state: word })}
          icon={<ChevronsLeftRight size={16} />}
          onClick={() => onFold?.(false)}
        />
        <h2 id={titleId} className="flex items-center gap-2 font-medium text-ink-2 [writing-mode:vertical-rl]">
          {word}
          <span className="font-normal text-ink-3">{words.count(count)}</span>
        </h2>
      </section>
    );

  return (
    <section
      ref={element}
      aria-labelledby={titleId}
      data-testid={`column-${state}`}
      className={cx(
        'flex min-h-0 min-w-60 flex-1 basis-60 flex-col rounded-lg bg-bg transition-shadow duration-120',
        over && 'ring-2 ring-accent ring-inset',
      )}
    >
      <header className="flex min-h-14 items-start gap-2 px-3 pt-2.5 pb-2">
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="flex items-center gap-2 font-medium">
            <StateBar state={state} />
            <span className="truncate">{word}</span>
            <span className="font-normal text-ink-3">
              <span aria-hidden>{words.count(count)}</span>
              <span className="sr-only">{t('column.count', { count })}</span>
            </span>
          </h2>
          <p className="truncate text-label text-ink-3">
            {words.money(column.value)}
            {others.length > 0 ? ` ${t('column.otherCurrencies', { sums: others.map(words.money).join(', ') })}` : null}
          </p>
        </div>
        {busy ? (
          <Tooltip label={t('column.busy')}>
            <span tabIndex={0} role="img" aria-label={t('column.busy')} className="mt-0.5 text-warning">
              <TriangleAlert aria-hidden size={16} />
            </span>
          </Tooltip>
        ) : null}
        {onFold ? (
          <IconButton
            size="sm"
            label={t('column.fold', { state: word })}
            icon={<ChevronsRightLeft size={16} />}
            onClick={() => onFold(true)}
          />
        ) : null}
      </header>
      <div className="relative min-h-0 flex-1 scroll-py-3 overflow-y-auto px-2 pt-1 pb-2">
        <ul aria-labelledby={titleId} className="flex flex-col gap-2">
          {column.leads.map((lead) => (
            <Card key={lead.id} lead={lead} mayWrite={mayWrite} onMove={onMove} />
          ))}
        </ul>
        {column.leads.length === 0 ? (
          <p className="px-2 py-6 text-center text-label text-ink-3">{t('column.empty')}</p>
        ) : null}
        {column.nextCursor ? (
          <div className="pt-3">
            <LoadMore
              quiet
              label={t('loadMoreOf', { state: word })}
              onLoad={more.load}
              busy={more.busy}
              failed={more.failed}
            />
          </div>
        ) : null}
      </div>
    </section>
  );
}
