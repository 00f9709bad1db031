import { useQuery } from '@tanstack/react-query';
import {
  ArrowRightLeft,
  Flag,
  Flame,
  ListChecks,
  MousePointerClick,
  Sparkles,
  UserRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/lead-queries';
import { useWords } from '../../hooks/use-words';
import { LEAD_STATES, QUALITIES } from '../../model/lead';
import type { LeadEvent } from '../../model/timeline';

const icons: Record<LeadEvent['kind'], LucideIcon> = {
  opened: Flag,
  claimed: MousePointerClick,
  enquired: Flag,
  explained: Sparkles,
  state: ArrowRightLeft,
  assigned: UserRound,
  quality: Flame,
  details: ListChecks,
  expired: MousePointerClick,
  absorbed: ArrowRightLeft,
};
const FIELDS = ['itemId', 'city', 'urgency', 'title', 'description', 'saleId', 'budget', 'value'] as const;
const among = <C extends string>(choices: readonly C[], value: unknown): C | undefined =>
  choices.find((choice) => choice === value);

/** What happened, in one sentence. */
export function useEventText(): (event: LeadEvent) => string {
  const { t, i18n } = useTranslation('leads');
  const colleagues = useQuery(colleaguesQuery);
  return ({ kind, detail }) => {
    const { from, to, fields } = detail;
    if (kind === 'state') {
      const [before, after] = [among(LEAD_STATES, from), among(LEAD_STATES, to)];
      return t('timeline.events.state', {
        from: before ? t(`states.${before}`) : '—',
        to: after ? t(`states.${after}`) : '—',
      });
    }
    if (kind === 'assigned') {
      if (!to) return t('timeline.events.unassigned');
      const name = colleagues.data?.find(({ id }) => id === to)?.name;
      return t('timeline.events.assigned', { to: name ?? t('timeline.someone') });
    }
    if (kind === 'quality') {
      const quality = among(QUALITIES, to);
      return quality
        ? t('timeline.events.quality', { to: t(`qualities.${quality}`) })
        : t('timeline.events.qualityCleared');
    }
    if (kind === 'details') {
      const names = (Array.isArray(fields) ? fields : []).flatMap((field) => {
        const known = among(FIELDS, field);
        return known ? [t(`timeline.fields.${known}`)] : [];
      });
      return t('timeline.events.details', { fields: new Intl.ListFormat(i18n.language).format(names) });
    }
    return t(`timeline.events.${kind}`);
  };
}

export function EventLine({ event }: { event: LeadEvent }) {
  const { t } = useTranslation('leads');
  const words = useWords();
  const text = useEventText()(event);
  const Icon = icons[event.kind];
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <span className="absolute top-0 -left-8 flex size-6 items-center justify-center rounded-full border border-line bg-surface text-ink-3">
        <Icon aria-hidden size={13} />
      </span>
      <span>{text}</span>
      <span className="text-label text-ink-3">
        {event.by?.name ?? t(`timeline.by.${event.byKind}`)} · <time dateTime={event.at}>{words.time(event.at)}</time>
      </span>
    </div>
  );
}
