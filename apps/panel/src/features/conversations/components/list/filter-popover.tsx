import { Button, Checkbox, IconButton, Popover, Select, Sheet, TextField, useNarrow } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../../app/shortcuts';
import { colleaguesQuery } from '../../api/people-queries';
import { filterCount, noFilters } from '../../model/filter-count';
import type { ConversationSearch } from '../../search';
import { CHANNELS, NETWORKS, useFilterWords } from './use-filter-words';

interface FilterFormProps {
  search: ConversationSearch;
  onSearch: (change: Partial<ConversationSearch>) => void;
}

const ANY = '';

function FilterForm({ search, onSearch }: FilterFormProps) {
  const { t } = useTranslation('conversations');
  const words = useFilterWords();
  const { data: colleagues } = useQuery(colleaguesQuery);
  const any = { value: ANY, label: t('filters.any') };
  const choices = (entries: Readonly<Record<string, string>>) => [
    any,
    ...Object.entries(entries).map(([value, label]) => ({ value, label })),
  ];
  const named = (values: readonly string[], word: (value: string) => string) => [
    any,
    ...values.map((value) => ({ value, label: word(value) })),
  ];
  const set = (name: keyof ConversationSearch) => (value: string) => onSearch({ [name]: value || undefined });
  const select = (name: keyof ConversationSearch, label: string, options: { value: string; label: string }[]) => (
    <Select compact label={label} options={options} value={search[name] ?? ANY} onValueChange={set(name)} />
  );

  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        {select('estado', t('filters.status'), choices(words.status))}
        {select('prioridad', t('filters.priority'), choices(words.priority))}
        {select('canal', t('filters.channel'), named(CHANNELS, words.channel))}
        {select('fuente', t('filters.source'), named(NETWORKS, words.network))}
        {select('asesor', t('filters.advisor'), [
          any,
          ...(colleagues?.data ?? []).map((one) => ({ value: one.id, label: one.name })),
        ])}
        {select('orden', t('filters.sort'), [
          { value: ANY, label: t('filters.sortActivity') },
          { value: 'espera', label: words.sort.espera },
          { value: 'prioridad', label: words.sort.prioridad },
        ])}
      </div>
      <TextField
        label={t('filters.tag')}
        defaultValue={search.etiqueta ?? ''}
        placeholder={t('filters.tagHint')}
        onBlur={(event) => onSearch({ etiqueta: event.target.value.trim() || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSearch({ etiqueta: event.currentTarget.value.trim() || undefined });
        }}
      />
      <Checkbox
        label={t('filters.onlyUnread')}
        checked={search.noleidas === 'si'}
        onCheckedChange={(checked) => onSearch({ noleidas: checked ? 'si' : undefined })}
      />
    </div>
  );
}

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
        <FilterForm search={search} onSearch={onSearch} />
      </Sheet>
    );
  }
  return (
    <Popover title={t('filters.title')} trigger={trigger} open={open} onOpenChange={setOpen} align="start">
      <div className="flex flex-col gap-3 px-4 pt-2 pb-4">
        <FilterForm search={search} onSearch={onSearch} />
        {clear ? <div className="flex justify-end">{clear}</div> : null}
      </div>
    </Popover>
  );
}
