import { Badge, ErrorCard, Skeleton, buttonClass } from '@hilo/ui';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { originQuery, type TracedConversation } from '../../api/trace-queries';

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="shrink-0 text-label text-ink-3">{term}</dt>
      <dd className="min-w-0 truncate text-right">{children}</dd>
    </div>
  );
}

/** Where the conversation of this customer stands: who has it, what it is worth, where it came from. */
export function ConversationCard({ query }: { query: UseQueryResult<TracedConversation | null> }) {
  const { t } = useTranslation('simulator');
  // The conversation knows its origin by ids alone; the names stand in its panel.
  const { data: origin } = useQuery({ ...originQuery(query.data?.id ?? ''), enabled: Boolean(query.data?.source) });
  if (query.isPending) {
    return (
      <div
        role="status"
        aria-label={t('happened.loading')}
        className="mx-4 flex flex-col gap-2 rounded-md border border-line p-3"
      >
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="mx-4">
        <ErrorCard
          title={t('happened.failed')}
          cause={problemText(query.error)}
          detail={problemDetail(query.error)}
          onRetry={() => void query.refetch()}
        />
      </div>
    );
  }
  const conversation = query.data;
  if (!conversation)
    return (
      <p className="mx-4 rounded-md border border-dashed border-line-strong p-3 text-ink-2">
        {t('happened.noConversation')}
      </p>
    );
  const { source, lead, assignee, team, assistantMode, assistantState, replyPolicy } = conversation;
  const owner = assistantMode === 'off' ? t('happened.isacOff') : t(`happened.owners.${assistantState.owner}`);
  return (
    <div className="mx-4 rounded-md border border-line p-3">
      <dl className="flex flex-col gap-1.5">
        <Fact term={t('happened.status')}>{t(`happened.statuses.${conversation.status}`)}</Fact>
        <Fact term={t('happened.assignee')}>
          {assignee?.name ?? (team ? t('happened.team', { name: team.name }) : t('happened.nobody'))}
        </Fact>
        <Fact term={t('happened.isac')}>{owner}</Fact>
        <Fact term={t('happened.window')}>
          {replyPolicy.kind === 'free' ? (
            <Badge tone="success">{t('happened.windowOpen')}</Badge>
          ) : (
            <Badge tone="warning">{t('happened.windowClosed')}</Badge>
          )}
        </Fact>
        <Fact term={t('happened.lead')}>
          {lead ? (
            <>
              {t(`leadStates.${lead.state as 'new'}`, { defaultValue: lead.state })}
              {lead.quality ? ` · ${t(`qualities.${lead.quality as 'hot'}`, { defaultValue: lead.quality })}` : ''}
            </>
          ) : (
            t('happened.noLead')
          )}
        </Fact>
        <Fact term={t('happened.origin')}>
          {source
            ? [
                t(`networks.${source.network as 'facebook'}`, { defaultValue: source.network }),
                origin?.link?.name ?? origin?.item?.name,
              ]
                .filter(Boolean)
                .join(' · ')
            : t('happened.direct')}
        </Fact>
      </dl>
      <div className="mt-3 flex flex-wrap gap-2">
        <Link to="/bandeja/$id" params={{ id: conversation.id }} className={buttonClass({ size: 'sm' })}>
          {t('happened.openConversation')}
          <ArrowUpRight aria-hidden size={14} />
        </Link>
        {lead ? (
          <Link to="/leads/$id" params={{ id: lead.id }} className={buttonClass({ size: 'sm', variant: 'ghost' })}>
            {t('happened.openLead')}
            <ArrowUpRight aria-hidden size={14} />
          </Link>
        ) : null}
      </div>
    </div>
  );
}
