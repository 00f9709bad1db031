import { Button, DataTable, Empty, PageHeader, Select, TextField, rowLinkClass } from '@hilo/ui';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Package, Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages, rowsOf } from '../../../app/more-pages';
import { QueryState } from '../../../app/query-state';
import { compact } from '../../../app/search-params';
import { useCan } from '../../../app/session';
import { useShortcut } from '../../../app/shortcuts';
import { itemsQuery, shelfQuery } from '../api/catalogue-queries';
import { useTypedText } from '../../../app/use-typed-text';
import { ITEM_KINDS, categoriesOf } from '../model/item';
import type { CatalogueSearch } from '../search';
import { ItemForm } from './item-form';
import { useItemColumns } from './item-columns';

const ANY = 'any';

/** What the business offers, found as it is typed. */
export function CatalogueScreen({ search }: { search: CatalogueSearch }) {
  const { t, i18n } = useTranslation('catalogue');
  const navigate = useNavigate();
  const mayWrite = useCan('catalogue:write');
  const [writing, setWriting] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const change = (next: Partial<CatalogueSearch>, replace = false) =>
    void navigate({ to: '/catalogo', search: compact<CatalogueSearch>({ ...search, ...next }), replace });
  const [text, type] = useTypedText(search.q ?? '', (q) => change({ q: q || undefined }, true));
  const shelf = useQuery(shelfQuery);
  const list = useInfiniteQuery({
    ...itemsQuery({
      q: search.q,
      category: search.categoria,
      kind: search.tipo,
      ...(search.stock && { inStock: search.stock === 'si' }),
      ...(search.archivados && { status: 'archived' }),
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useItemColumns();
  useShortcut({ keys: '/', label: t('keys.search'), group: t('title'), run: () => field.current?.focus() });
  useShortcut({ keys: 'n', label: t('newItem'), group: t('title'), run: () => setWriting(true) }, mayWrite);

  const known = categoriesOf(shelf.data?.data ?? [], i18n.language);
  const categories = search.categoria && !known.includes(search.categoria) ? [search.categoria, ...known] : known;
  const filtered = Object.keys(search).length > 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={t('title')}>
        {mayWrite ? (
          <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setWriting(true)}>
            {t('newItem')}
          </Button>
        ) : null}
      </PageHeader>
      <div className="grid grid-cols-2 gap-2 px-4 pb-3 md:flex md:px-6">
        <TextField
          ref={field}
          className="col-span-2 md:w-80"
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('searchPlaceholder')}
          leading={<Search aria-hidden size={16} />}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <div className="col-span-2 md:w-48">
          <Select
            label={t('filters.category')}
            hideLabel
            value={search.categoria ?? ANY}
            onValueChange={(categoria) => change({ categoria: categoria === ANY ? undefined : categoria })}
            options={[
              { value: ANY, label: t('filters.anyCategory') },
              ...categories.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
        <div className="md:w-40">
          <Select
            label={t('filters.kind')}
            hideLabel
            value={search.tipo ?? ANY}
            onValueChange={(tipo) => change({ tipo: tipo === ANY ? undefined : tipo })}
            options={[
              { value: ANY, label: t('filters.anyKind') },
              ...ITEM_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
            ]}
          />
        </div>
        <div className="md:w-40">
          <Select
            label={t('filters.stock')}
            hideLabel
            value={search.archivados ? 'archived' : (search.stock ?? ANY)}
            onValueChange={(value) =>
              change({
                stock: value === 'si' || value === 'no' ? value : undefined,
                archivados: value === 'archived' ? 'si' : undefined,
              })
            }
            options={[
              { value: ANY, label: t('filters.anyStock') },
              { value: 'si', label: t('filters.inStock') },
              { value: 'no', label: t('filters.outOfStock') },
              { value: 'archived', label: t('filters.archived') },
            ]}
          />
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto md:px-3">
        <QueryState query={list} failed={t('failed')} rows={8}>
          {(data) => (
            <DataTable
              caption={t('title')}
              columns={columns}
              rows={rowsOf(data)}
              rowKey={({ id }) => id}
              rowName={({ name }) => name}
              rowLink={({ sku }, content) => (
                <Link to="/catalogo/$sku" params={{ sku }} className={rowLinkClass}>
                  {content}
                </Link>
              )}
              refreshing={list.isPlaceholderData}
              empty={
                <Empty
                  icon={<Package aria-hidden size={22} />}
                  title={t(filtered ? 'empty.filtered' : 'empty.title')}
                  description={t(filtered ? 'empty.filteredHelp' : 'empty.help')}
                  action={
                    filtered ? (
                      <Button onClick={() => void navigate({ to: '/catalogo', search: {} })}>
                        {t('filters.clear')}
                      </Button>
                    ) : mayWrite ? (
                      <Button variant="primary" onClick={() => setWriting(true)}>
                        {t('newItem')}
                      </Button>
                    ) : null
                  }
                />
              }
              footer={<MorePages query={list} />}
            />
          )}
        </QueryState>
      </div>
      {writing ? (
        <ItemForm
          onClose={() => setWriting(false)}
          onSaved={({ sku }) => void navigate({ to: '/catalogo/$sku', params: { sku } })}
        />
      ) : null}
    </div>
  );
}
