import { BusyBar, Button, Chip, Empty, PageHeader, Segmented, Select, Switch, TextField, buttonClass } from '@hilo/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Link2, Plus, Search } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { itemNameQuery } from '../../../../app/catalogue-items';
import { MorePages, rowsOf } from '../../../../app/more-pages';
import { NETWORKS } from '../../../../app/network';
import { useNetworkName } from '../../../../app/network-mark';
import { QueryState } from '../../../../app/query-state';
import { compact } from '../../../../app/search-params';
import { useCan } from '../../../../app/session';
import { useShortcut } from '../../../../app/shortcuts';
import { linksQuery } from '../../api/link-queries';
import { useTypedText } from '../../../../app/use-typed-text';
import { groupLinks } from '../../model/groups';
import type { Grouping, LinkSearch } from '../../search';
import { LinkGroup } from './link-group';

/** All tracked links, under what they sell or where they are published. */
export function LinksScreen({ search }: { search: LinkSearch }) {
  const { t } = useTranslation('links');
  const networkName = useNetworkName();
  const navigate = useNavigate();
  const mayWrite = useCan('links:write');
  const field = useRef<HTMLInputElement>(null);
  const change = (next: Partial<LinkSearch>, replace = false) =>
    void navigate({ to: '/enlaces', search: compact<LinkSearch>({ ...search, ...next }), replace });
  const [text, type] = useTypedText(search.q ?? '', (q) => change({ q: q || undefined }, true));
  const item = useQuery(itemNameQuery(search.producto));
  const list = useInfiniteQuery({
    ...linksQuery({
      network: search.red,
      itemId: search.producto,
      q: search.q,
      ...(search.archivados && { archived: true }),
    }),
    placeholderData: keepPreviousData,
  });
  useShortcut({ keys: '/', label: t('keys.search'), group: t('keys.group'), run: () => field.current?.focus() });
  useShortcut(
    { keys: 'n', label: t('newLink'), group: t('keys.group'), run: () => void navigate({ to: '/enlaces/nuevo' }) },
    mayWrite,
  );

  const groups = groupLinks(rowsOf(list.data), search.agrupar ?? 'producto');
  const most = Math.max(1, ...groups.flatMap(({ links }) => links.map(({ totals }) => totals.clicks)));
  const filtered = Boolean(search.red ?? search.producto ?? search.q ?? search.archivados);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={t('title')}>
        {mayWrite ? (
          <Link to="/enlaces/nuevo" className={buttonClass({ variant: 'primary' })}>
            <Plus aria-hidden size={16} />
            {t('newLink')}
          </Link>
        ) : null}
      </PageHeader>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 pb-3 md:px-6">
        <TextField
          ref={field}
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('searchPlaceholder')}
          leading={<Search aria-hidden size={16} />}
          className="w-full md:w-60"
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <div className="w-44">
          <Select
            label={t('network')}
            hideLabel
            value={search.red ?? 'any'}
            onValueChange={(red) => change({ red: red === 'any' ? undefined : red })}
            options={[
              { value: 'any' as const, label: t('anyNetwork') },
              ...NETWORKS.map((value) => ({ value, label: networkName(value) })),
            ]}
          />
        </div>
        <Segmented<Grouping>
          label={t('group')}
          value={search.agrupar ?? 'producto'}
          onValueChange={(agrupar) => change({ agrupar: agrupar === 'producto' ? undefined : agrupar })}
          options={[
            { value: 'producto', label: t('groupItem') },
            { value: 'red', label: t('groupNetwork') },
          ]}
        />
        {search.producto ? (
          <Chip onRemove={() => change({ producto: undefined })}>{item.data?.name ?? '…'}</Chip>
        ) : null}
        <span className="md:ml-auto">
          <Switch
            label={t('archivedToggle')}
            checked={search.archivados === 'si'}
            onCheckedChange={(on) => change({ archivados: on ? 'si' : undefined })}
          />
        </span>
      </div>
      <BusyBar busy={list.isPlaceholderData} />
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 pb-6 md:px-6">
        <QueryState query={list} failed={t('failed')}>
          {() =>
            groups.length === 0 ? (
              <Empty
                icon={<Link2 aria-hidden size={22} />}
                title={t(
                  search.archivados && !search.q && !search.red
                    ? 'empty.archived'
                    : filtered
                      ? 'empty.filtered'
                      : 'empty.title',
                )}
                description={filtered ? null : t('empty.help')}
                action={
                  filtered ? (
                    <Button
                      onClick={() =>
                        change({ red: undefined, producto: undefined, q: undefined, archivados: undefined })
                      }
                    >
                      {t('clear')}
                    </Button>
                  ) : mayWrite ? (
                    <Link to="/enlaces/nuevo" className={buttonClass({ variant: 'primary' })}>
                      {t('newLink')}
                    </Link>
                  ) : null
                }
              />
            ) : (
              groups.map((group) => <LinkGroup key={group.key} group={group} most={most} />)
            )
          }
        </QueryState>
        <MorePages query={list} />
      </div>
    </div>
  );
}
