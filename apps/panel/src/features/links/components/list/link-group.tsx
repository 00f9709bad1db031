import { Badge, cx } from '@hilo/ui';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkMark } from '../../../../app/network-mark';
import { useWords } from '../../hooks/use-words';
import { STEPS, type TrackedLink } from '../../model/link';
import type { LinkGroup as Group } from '../../model/groups';
import { LinkActions } from '../link-actions';
import { MiniFunnel } from './mini-funnel';

const wide = 'md:grid md:grid-cols-[9rem_minmax(0,1fr)_repeat(4,4rem)_13rem] md:items-center';

function Row({ link, byNetwork, most }: { link: TrackedLink; byNetwork: boolean; most: number }) {
  const { t } = useTranslation('links');
  const words = useWords();
  return (
    <li className={cx('relative border-t border-line px-4 py-2.5 hover:bg-bg focus-within:bg-bg', wide)}>
      <span className="block truncate text-ink-2">
        {byNetwork ? (link.item?.name ?? t('wholeBusiness')) : <NetworkMark network={link.network} />}
      </span>
      <span className="min-w-0 md:pr-4">
        <Link
          to="/enlaces/$id"
          params={{ id: link.id }}
          className="font-medium after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
        >
          {link.name}
        </Link>{' '}
        {link.archivedAt ? (
          <Badge>{t('archived')}</Badge>
        ) : link.active ? null : (
          <Badge tone="warning">{t('paused')}</Badge>
        )}
        <span className="block truncate font-mono text-label text-ink-3">
          {link.shortUrl.replace(/^https?:\/\//, '')}
        </span>
      </span>
      <dl className="my-2 grid grid-cols-4 gap-2 md:contents">
        {STEPS.map((step) => (
          <div key={step} className="md:text-right">
            <dt className="text-meta text-ink-3 md:sr-only">{t(`steps.${step}`)}</dt>
            <dd className={link.totals[step] > 0 ? undefined : 'text-ink-3'}>
              {words.count(link.totals[step])}
              {step === 'clicks' ? (
                <span aria-hidden className="mt-1 block h-1 rounded-full bg-line md:ml-2">
                  <span
                    className="block h-full rounded-full bg-chart-1"
                    style={{ width: `${(100 * link.totals.clicks) / Math.max(1, most)}%` }}
                  />
                </span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <span className="flex md:justify-end">
        <LinkActions link={link} />
      </span>
    </li>
  );
}

/** Links that belong together, with what they bring together. */
export function LinkGroup({ group, most }: { group: Group; most: number }) {
  const { t } = useTranslation('links');
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="shrink-0 overflow-hidden rounded-lg border border-line">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 bg-bg px-4 py-2.5">
        <h2 id={titleId} className="min-w-0 font-medium">
          {group.network ? <NetworkMark network={group.network} /> : (group.name ?? t('wholeBusiness'))}
        </h2>
        <span className="text-label text-ink-3">{t('count', { count: group.links.length })}</span>
        <span className="md:ml-auto">
          <MiniFunnel totals={group.totals} />
        </span>
      </header>
      <div aria-hidden className={cx('hidden border-t border-line px-4 py-1.5 text-meta text-ink-3', wide)}>
        <span>{group.network ? t('groupItem') : t('network')}</span>
        <span>{t('form.name')}</span>
        {STEPS.map((step) => (
          <span key={step} className="text-right">
            {t(`steps.${step}`)}
          </span>
        ))}
      </div>
      <ul>
        {group.links.map((link) => (
          <Row key={link.id} link={link} byNetwork={group.network !== null} most={most} />
        ))}
      </ul>
    </section>
  );
}
