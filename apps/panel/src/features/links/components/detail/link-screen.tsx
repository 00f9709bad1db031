import { Badge, Segmented, Skeleton } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../../app/business';
import { NetworkMark } from '../../../../app/network-mark';
import { usePageTitle } from '../../../../app/page-title';
import { QueryState } from '../../../../app/query-state';
import { RecordHeader, RecordPage } from '../../../../app/record-page';
import { linkQuery, statsQuery } from '../../api/link-queries';
import { firstDay } from '../../model/first-day';
import type { TrackedLink } from '../../model/link';
import { RANGES, readRange, type Range } from '../../search';
import { LinkActions } from '../link-actions';
import { FunnelCard } from './funnel-card';
import { HoursCard } from './hours-card';
import { LeadsCard } from './leads-card';
import { NetworksCard } from './networks-card';
import { SeriesCard } from './series-card';
import { ShareCard } from './share-card';

/** One link: what it brings, day by day, and who came by it. */
export function LinkScreen({ linkId }: { linkId: string }) {
  const { t } = useTranslation('links');
  const query = useQuery(linkQuery(linkId));
  return (
    <RecordPage query={query} title={t('title')} failed={t('failedOne')} waiting={<Skeleton className="h-64 w-full" />}>
      {(link) => <OneLink link={link} />}
    </RecordPage>
  );
}

function OneLink({ link }: { link: TrackedLink }) {
  const { t } = useTranslation('links');
  const navigate = useNavigate();
  const range = readRange(useLocation({ select: ({ search }) => search as Record<string, unknown> }));
  const timeZone = useBusiness()?.timeZone;
  const [now] = useState(() => Date.now());
  const stats = useQuery({
    ...statsQuery(link.id, range, firstDay(now, Number(range), timeZone ?? 'UTC')),
    enabled: timeZone !== undefined,
  });
  usePageTitle(link.name);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RecordHeader
        back={{ to: '/enlaces', label: t('form.back') }}
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
          onValueChange={(days) => void navigate({ href: `/enlaces/${link.id}?dias=${days}` })}
          options={RANGES.map((days) => ({ value: days, label: t('detail.days', { days }) }))}
        />
        <LinkActions link={link} onArchived={() => void navigate({ to: '/enlaces', search: {} })} />
      </RecordHeader>
      <div className="grid min-h-0 flex-1 items-start gap-4 overflow-y-auto px-4 pb-6 md:px-6 lg:grid-cols-2">
        <QueryState
          query={stats}
          failed={t('detail.statsFailed')}
          waiting={
            <>
              <Skeleton className="h-64 w-full" />
              <Skeleton className="h-64 w-full" />
            </>
          }
        >
          {(figures) => (
            <>
              <FunnelCard stats={figures} />
              <ShareCard link={link} />
              <div className="min-w-0 lg:col-span-2">
                <SeriesCard stats={figures} />
              </div>
              <HoursCard stats={figures} />
              <NetworksCard stats={figures} />
            </>
          )}
        </QueryState>
        <div className="min-w-0 lg:col-span-2">
          <LeadsCard linkId={link.id} />
        </div>
      </div>
    </div>
  );
}
