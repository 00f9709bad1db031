import { Button, IconButton, Popover, Sheet, useNarrow } from '@hilo/ui';
import { ListFilter } from 'lucide-react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import { filterCount, noFilters } from '../../model/filter-count';
import type { FilterFormProps } from './filter-form';

const FilterForm = lazy(() => import('./filter-form'));

/** Everything the list can be narrowed by: beside its button, or from below on a phone. */
export function FilterPopover({ search, onSearch }: FilterFormProps) {
  const { t } = useTranslation('conversations');
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  const active = filterCount(search);
  useShortcut({ keys: 'f', label: t('keys.filters'), group: t('keys.list'), run: () => setOpen(true) });

  const trigger = (
    <IconButton
      label={active > 0 ? t('filters.titleActive', { count: active }) : t('filters.title')}
      shortcut="f"
      icon={
        <>
          <ListFilter aria-hidden size={18} strokeWidth={1.75} />
          {active > 0 ? <span aria-hidden className="absolute top-1 right-1 size-2 rounded-full bg-accent" /> : null}
        </>
      }
    />
  );
  const clear =
    active > 0 ? (
      <Button size="sm" variant="ghost" onClick={() => onSearch({ ...noFilters(), q: search.q })}>
        {t('filters.clear')}
      </Button>
    ) : null;

  if (narrow) {
    return (
      <Sheet
        side="bottom"
        title={t('filters.title')}
        trigger={trigger}
        open={open}
        onOpenChange={setOpen}
        footer={clear}
      >
        <Suspense fallback={<div className="h-72" />}>
          <FilterForm search={search} onSearch={onSearch} />
        </Suspense>
      </Sheet>
    );
  }
  return (
    <Popover title={t('filters.title')} trigger={trigger} open={open} onOpenChange={setOpen} align="start">
      <div className="flex flex-col gap-3 px-4 pt-2 pb-4">
        <Suspense fallback={<div className="h-72" />}>
          <FilterForm search={search} onSearch={onSearch} />
        </Suspense>
        {clear ? <div className="flex justify-end">{clear}</div> : null}
      </div>
    </Popover>
  );
}
