import { Checkbox, Select, TextField } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-queries';
import { CHANNELS, type ConversationSearch } from '../../search';
import { NETWORKS, useFilterWords } from './use-filter-words';

export interface FilterFormProps {
  search: ConversationSearch;
  onSearch: (change: Partial<ConversationSearch>) => void;
}

const ANY = '';

/** One control for each thing a list can be narrowed by. */
export default function FilterForm({ search, onSearch }: FilterFormProps) {
  const { t } = useTranslation('conversations');
  const words = useFilterWords();
  const { data: colleagues } = useQuery(colleaguesQuery);
  const any = { value: ANY, label: t('filters.any') };
  const choices = (entries: Readonly<Record<string, string>>) => [
    any,
    ...Object.entries(entries).map(([value, label]) => ({ value, label })),
  ];
  const named = <V extends string>(values: readonly V[], word: (value: V) => string) => [
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
