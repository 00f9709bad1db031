import { Badge, ErrorCard, PageHeader, Segmented, Skeleton } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { useBusiness } from '../../../../app/business';
import { usePageTitle } from '../../../../app/page-title';
import { NotFound } from '../../../../app/shell/message-screens';
import { problemDetail, problemText } from '../../../../i18n/problem-text';
import { linkQuery, statsQuery } from '../../api/link-queries';
import { firstDay } from '../../model/first-day';
import { RANGES, readRange, type Range } from '../../search';
import { LinkActions } from '../link-actions';
import { NetworkMark } from '../network-mark';
import { FunnelCard } from './funnel-card';
import { HoursCard } from './hours-card';
import { LeadsCard } from './leads-card';
import { NetworksCard } from './networks-card';
import { SeriesCard } from './series-card';
import { ShareCard } from './share-card';

/** One link: what it brings, day by day, and who came by it. */
export function LinkScreen({ linkId }: { linkId: string }) {
  const { t } = useTranslation('links');
  const navigate = useNavigate();
  const range = readRange(useLocation({ select: ({ search }) => search as Record<string, unknown> }));
  const timeZone = useBusiness()?.timeZone;
  const [now] = useState(() => Date.now());
  const query = useQuery(linkQuery(linkId));
  const stats = useQuery({
    ...statsQuery(linkId, range, firstDay(now, Number(range), timeZone ?? 'UTC')),
    enabled: timeZone !== undefined,
  });
  const link = query.data;
  usePageTitle(link?.name);
  if (query.error instanceof ApiProblem && [400, 404].includes(query.error.status) && !link) return <NotFound />;
  if (!link)
    return (
      <>
        <PageHeader title={t('title')} />
        <div className="px-4 md:px-6">
          {query.error ? (
            <ErrorCard
              title={t('failedOne')}
              cause={problemText(query.error)}
              detail={problemDetail(query.error)}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <Skeleton className="h-64 w-full" />
          )}
        </div>
      </>
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-start pl-4 md:pl-6">
        <Link
          to="/enlaces"
          aria-label={t('form.back')}
          className="-ml-2 mt-3 flex size-8 shrink-0 items-center justify-center rounded-md text-ink-2 hover:bg-sunken pointer-coarse:mt-1.5 pointer-coarse:size-11"
        >
          <ArrowLeft aria-hidden size={18} />
        </Link>
        <div className="-ml-2 min-w-0 flex-1 md:-ml-4">
          <PageHeader
            title={link.name}
            detail={
              <span className="flex items-center gap-2">
                <NetworkMark network={link.network} />
                {link.item ? `· ${link.item.name}` : null}
                {link.archivedAt ? (
                  <Badge>{t('archived')}</Badge>
                ) : link.active ? null : (
                  <Badge tone="warning">{t('paused')}</Badge>
                )}
              </span>
            }
          >
            <Segmented<Range>
              label={t('detail.range')}
              value={range}
              onValueChange={(days) => void navigate({ href: `/enlaces/${linkId}?dias=${days}` })}
              options={RANGES.map((days) => ({ value: days, label: t('detail.days', { days }) }))}
            />
            <LinkActions link={link} onArchived={() => void navigate({ to: '/enlaces', search: {} })} />
          </PageHeader>
        </div>
      </div>
      <div className="grid min-h-0 flex-1 items-start gap-4 overflow-y-auto px-4 pb-6 md:px-6 lg:grid-cols-2">
        {stats.error && !stats.data ? (
          <div className="lg:col-span-2">
            <ErrorCard
              title={t('detail.statsFailed')}
              cause={problemText(stats.error)}
              detail={problemDetail(stats.error)}
              onRetry={() => void stats.refetch()}
            />
          </div>
        ) : null}
        {stats.data ? (
          <>
            <FunnelCard stats={stats.data} />
            <ShareCard link={link} />
            <div className="min-w-0 lg:col-span-2">
              <SeriesCard stats={stats.data} />
            </div>
            <HoursCard stats={stats.data} />
            <NetworksCard stats={stats.data} />
          </>
        ) : stats.isPending ? (
          <>
            <Skeleton className="h-64 w-full" />
            <Skeleton className="h-64 w-full" />
          </>
        ) : null}
        <div className="min-w-0 lg:col-span-2">
          <LeadsCard linkId={link.id} />
        </div>
      </div>
    </div>
  );
}
