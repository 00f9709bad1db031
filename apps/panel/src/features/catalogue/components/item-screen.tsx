import { Badge, Button, ConfirmDialog, Skeleton, buttonClass, showToast } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Archive, Link2, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../app/page-title';
import { RecordHeader, RecordPage } from '../../../app/record-page';
import { useCan } from '../../../app/session';
import { useShortcut } from '../../../app/shortcuts';
import { problemText } from '../../../i18n/problem-text';
import { itemQuery } from '../api/catalogue-queries';
import { useSaveItem } from '../api/use-save-item';
import { useMoney } from '../../../app/use-money';
import type { Item } from '../model/item';
import { Alternatives } from './alternatives';
import { ItemForm } from './item-form';
import { Photo } from './photo';
import { Stock } from './stock';

/** One thing the business offers. */
export function ItemScreen({ sku }: { sku: string }) {
  const { t } = useTranslation('catalogue');
  const query = useQuery(itemQuery(sku));
  return (
    <RecordPage query={query} title={t('title')} failed={t('failedOne')} waiting={<Skeleton className="h-64 w-full" />}>
      {(item) => <OneItem item={item} onRefused={() => void query.refetch()} />}
    </RecordPage>
  );
}

function OneItem({ item, onRefused }: { item: Item; onRefused: () => void }) {
  const { t } = useTranslation('catalogue');
  const navigate = useNavigate();
  const money = useMoney();
  const mayWrite = useCan('catalogue:write');
  const seesLinks = useCan('links:read');
  const save = useSaveItem();
  const [open, setOpen] = useState<'edit' | 'archive' | null>(null);
  usePageTitle(item.name);
  useShortcut({ keys: 'e', label: t('form.editTitle'), group: t('title'), run: () => setOpen('edit') }, mayWrite);

  const archived = item.status === 'archived';
  const setStatus = (status: 'active' | 'archived') =>
    save.mutate(
      { on: item, body: { status } },
      {
        onSuccess: () => showToast({ tone: 'success', title: t(`status.${status}`) }),
        onError: (error) => {
          showToast({ tone: 'danger', title: t('status.failed'), description: problemText(error) });
          onRefused();
        },
      },
    );
  const attributes = Object.entries(item.attributes);
  const words = (value: (typeof item.attributes)[string]) =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : (value ?? '—');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <RecordHeader
        back={{ to: '/catalogo', label: t('back') }}
        title={item.name}
        detail={<span className="font-mono">{item.sku}</span>}
      >
        {seesLinks ? (
          <Link to="/enlaces" search={{ producto: item.id }} className={buttonClass()}>
            <Link2 aria-hidden size={16} strokeWidth={1.75} />
            {t('links')}
          </Link>
        ) : null}
        {mayWrite ? (
          <>
            <Button
              icon={<Archive aria-hidden size={16} strokeWidth={1.75} />}
              onClick={() => (archived ? setStatus('active') : setOpen('archive'))}
            >
              {t(archived ? 'restore' : 'archive')}
            </Button>
            <Button
              variant="primary"
              icon={<Pencil aria-hidden size={16} strokeWidth={1.75} />}
              onClick={() => setOpen('edit')}
            >
              {t('edit')}
            </Button>
          </>
        ) : null}
      </RecordHeader>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6 md:px-6">
        <div className="grid items-start gap-6 md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
          <div className="mx-auto w-full max-w-72">
            <Photo key={item.id} item={item} size="lg" />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <p className="flex flex-wrap items-center gap-2">
              <Badge>{t(`kinds.${item.kind}`)}</Badge>
              <Badge>{item.category}</Badge>
              {item.brand ? <Badge>{item.brand}</Badge> : null}
              {archived ? <Badge tone="warning">{t('archivedBadge')}</Badge> : null}
            </p>
            <dl className="flex flex-wrap gap-x-10 gap-y-3">
              <div>
                <dt className="text-label text-ink-3">{t('columns.retail')}</dt>
                <dd className="font-display text-figure font-semibold">{money(item.priceRetail)}</dd>
              </div>
              <div>
                <dt className="text-label text-ink-3">{t('columns.wholesale')}</dt>
                <dd className="font-display text-figure font-semibold text-ink-2">
                  {item.priceWholesale ? money(item.priceWholesale) : '—'}
                </dd>
              </div>
              <div>
                <dt className="text-label text-ink-3">{t('columns.stock')}</dt>
                <dd className="flex h-8 items-center text-section">
                  <Stock stock={item.stock} />
                </dd>
              </div>
            </dl>
            {item.description ? <p className="max-w-[68ch] whitespace-pre-wrap">{item.description}</p> : null}
            {attributes.length > 0 ? (
              <section aria-labelledby="item-attributes">
                <h2 id="item-attributes" className="mb-2 font-medium">
                  {t('attributes')}
                </h2>
                <dl className="grid max-w-lg grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-6 gap-y-1.5">
                  {attributes.map(([name, value]) => (
                    <div key={name} className="contents">
                      <dt className="text-ink-3 first-letter:uppercase">{name}</dt>
                      <dd className="break-words">{words(value)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ) : null}
            {item.url ? (
              <a
                href={item.url}
                target="_blank"
                rel="noreferrer"
                className="w-fit max-w-full truncate text-accent underline underline-offset-2"
              >
                {item.url}
              </a>
            ) : null}
            {item.stock === 0 ? <Alternatives item={item} /> : null}
          </div>
        </div>
      </div>
      {open === 'edit' ? (
        <ItemForm
          item={item}
          onClose={() => setOpen(null)}
          onSaved={(saved) => {
            if (saved.sku !== item.sku)
              void navigate({ to: '/catalogo/$sku', params: { sku: saved.sku }, replace: true });
          }}
        />
      ) : null}
      <ConfirmDialog
        open={open === 'archive'}
        onOpenChange={(shown) => setOpen(shown ? 'archive' : null)}
        title={t('archiveTitle', { name: item.name })}
        description={t('archiveHelp')}
        confirmLabel={t('archive')}
        cancelLabel={t('form.cancel')}
        danger
        onConfirm={() => setStatus('archived')}
      />
    </div>
  );
}
