import { Badge, Progress, type Tone } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { Flame } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CustomerPanel } from '../../api/panel-query';
import type { Conversation } from '../../model/conversation';
import { useMoney } from '../../../../app/use-money';
import { useFilterWords } from '../list/use-filter-words';
import { Section } from './section';

const TONES: Readonly<Record<string, Tone>> = { hot: 'danger', warm: 'warning', cold: 'info' };

/** The word of a state that the server may have added since: its own name, readable. */
function known(key: string, value: string): string {
  const path = `${key}.${value}`;
  return i18next.exists(path, { ns: 'conversations' })
    ? i18next.t(path as 'lead.states.new', { ns: 'conversations' })
    : value.replaceAll('_', ' ');
}

function Line({ label, value }: { label: string; value: string | null | undefined }) {
  if (!value) return null;
  return (
    <>
      <dt className="text-label text-ink-3">{label}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

/** What the customer wants, how likely it is, and where they came from. */
export function LeadSection({ conversation, panel }: { conversation: Conversation; panel: CustomerPanel | null }) {
  const { t } = useTranslation('conversations');
  const money = useMoney();
  const words = useFilterWords();
  const lead = panel?.lead ?? null;
  const short = lead ?? conversation.lead;
  // A lead that the server keeps back here has no page for this person either.
  const mayOpen = panel === null || lead !== null;
  // Until the column's own answer is here, the conversation itself says where it came from.
  const origin = panel?.origin ?? null;
  const network = origin ? origin.network : conversation.source?.network;
  if (!short && !origin && !network) return null;
  const item = lead?.item ?? origin?.item;
  const utm = origin?.utm ? Object.values(origin.utm).filter(Boolean).join(' / ') : null;
  const quality = short?.quality;
  return (
    <Section title={t('lead.title')}>
      <div className="flex flex-col gap-3">
        {short ? (
          <div className="flex flex-wrap items-center gap-1.5">
            <Badge tone="accent">{known('lead.states', short.state)}</Badge>
            {quality ? (
              <Badge
                tone={TONES[quality] ?? 'neutral'}
                icon={quality === 'hot' ? <Flame aria-hidden size={12} /> : undefined}
              >
                {known('lead.qualities', quality)}
              </Badge>
            ) : null}
            {mayOpen ? (
              <Link
                to="/leads/$id"
                params={{ id: short.id }}
                className="ml-auto inline-flex min-h-6 items-center text-label font-medium text-accent underline"
              >
                {t('lead.open')}
              </Link>
            ) : null}
          </div>
        ) : null}
        {lead ? (
          <Progress label={t('lead.completeness')} value={lead.completeness} valueText={`${lead.completeness} %`} />
        ) : null}
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          <Line
            label={t('lead.interest')}
            value={item ? [item.name, item.price && money(item.price)].filter(Boolean).join(' · ') : null}
          />
          <Line label={t('lead.budget')} value={lead?.budget ? money(lead.budget) : null} />
          <Line label={t('lead.city')} value={lead?.city} />
          <Line label={t('lead.network')} value={network ? words.network(network) : null} />
          <Line label={t('lead.link')} value={origin?.link?.name} />
          <Line label="UTM" value={utm} />
          <Line label={t('lead.ad')} value={origin?.adId} />
        </dl>
        {lead?.qualityReasons.length ? (
          <ul aria-label={t('lead.reasons')} className="list-disc pl-5 text-label text-ink-2">
            {lead.qualityReasons.map((reason) => (
              <li key={reason}>{known('lead.reasonWords', reason)}</li>
            ))}
          </ul>
        ) : null}
      </div>
    </Section>
  );
}
