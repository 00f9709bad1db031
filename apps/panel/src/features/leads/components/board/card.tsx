import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Avatar, CountBadge, cx } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoved } from '../../api/moved-store';
import { useWords } from '../../hooks/use-words';
import type { Lead, LeadState } from '../../model/lead';
import { Origin, QualityMark } from '../marks';
import { MoveMenu } from './move-menu';

export interface CardProps {
  lead: Lead;
  mayWrite: boolean;
  onMove: (lead: Lead, to: LeadState) => void;
}

/** One lead on the board. The whole card opens it; it can be dragged, moved by its menu and moved by keys. */
export const Card = memo(function Card({ lead, mayWrite, onMove }: CardProps) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const element = useRef<HTMLLIElement>(null);
  const [dragged, setDragged] = useState(false);
  const moved = useMoved(({ ids }) => ids.has(lead.id));
  const { id, state } = lead;
  const name = lead.contact?.name || t('nameless');
  const movable = mayWrite && state !== 'won';

  useEffect(() => {
    if (!element.current || !movable) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ leadId: id, state }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [id, state, movable]);

  return (
    <li
      ref={element}
      data-lead-id={id}
      className={cx(
        'group relative rounded-md border border-line bg-surface p-3 transition-[border-color,box-shadow,opacity] duration-120 hover:border-line-strong',
        movable && 'cursor-grab active:cursor-grabbing',
        dragged && 'opacity-40',
        moved && 'rise-in ring-2 ring-accent',
      )}
    >
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-medium">
          <Link
            to="/leads/$id"
            params={{ id }}
            draggable={false}
            className="line-clamp-1 rounded-sm after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {name}
          </Link>
        </h3>
        {lead.quality ? <QualityMark quality={lead.quality} hideWord={lead.quality !== 'hot'} /> : null}
        <CountBadge count={lead.unreadCount} label={t('card.unread', { count: lead.unreadCount })} />
        {mayWrite ? (
          <span className="relative z-1 -my-1 -mr-1.5">
            <MoveMenu lead={lead} name={name} onMove={onMove} />
          </span>
        ) : null}
      </div>
      <p className={cx('mt-0.5 line-clamp-2', lead.item || lead.title ? 'text-ink-2' : 'text-ink-3')}>
        {lead.item?.name ?? lead.title ?? t('noItem')}
      </p>
      {lead.budget ? (
        <p className="mt-1 text-label text-ink-2">
          {t('card.budget')} <span className="font-medium text-ink">{words.money(lead.budget)}</span>
        </p>
      ) : null}
      <div className="mt-2 flex items-center gap-2 text-label text-ink-3">
        <Origin source={lead.source} className="flex-1" />
        <time dateTime={lead.lastActivityAt} title={words.full(lead.lastActivityAt)} className="shrink-0">
          <span className="sr-only">{t('card.activity')} </span>
          {words.short(lead.lastActivityAt)}
        </time>
        {lead.assignee ? (
          <span title={lead.assignee.name} className="-my-1 shrink-0 scale-85">
            <Avatar name={lead.assignee.name} seed={lead.assignee.id} size="sm" />
            <span className="sr-only">{lead.assignee.name}</span>
          </span>
        ) : null}
      </div>
    </li>
  );
});
