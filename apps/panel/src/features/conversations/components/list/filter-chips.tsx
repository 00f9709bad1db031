import { Chip } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../../api/people-queries';
import { filterCount, FILTER_NAMES } from '../../model/filter-count';
import type { ConversationSearch } from '../../search';
import { useFilterWords } from './use-filter-words';

/** What narrows the list, each removable. */
export function FilterChips({
  search,
  onSearch,
}: {
  search: ConversationSearch;
  onSearch: (change: Partial<ConversationSearch>) => void;
}) {
  const { t } = useTranslation('conversations');
  const words = useFilterWords();
  const { data: colleagues } = useQuery({ ...colleaguesQuery, enabled: search.asesor !== undefined });
  if (filterCount(search) === 0) return null;

  const text: Record<(typeof FILTER_NAMES)[number], string> = {
    estado: search.estado ? words.status[search.estado] : '',
    prioridad: search.prioridad ? words.priority[search.prioridad] : '',
    fuente: search.fuente ? words.network(search.fuente) : '',
    canal: search.canal ? words.channel(search.canal) : '',
    asesor: colleagues?.data.find((one) => one.id === search.asesor)?.name ?? t('filters.advisor'),
    etiqueta: `#${search.etiqueta}`,
    noleidas: t('filters.unread'),
    orden: search.orden ? words.sort[search.orden] : '',
  };
  return (
    <ul aria-label={t('filters.active')} className="flex flex-wrap gap-1.5">
      {FILTER_NAMES.filter((name) => search[name] !== undefined).map((name) => (
        <li key={name} className="max-w-full">
          <Chip onRemove={() => onSearch({ [name]: undefined })}>{text[name]}</Chip>
        </li>
      ))}
    </ul>
  );
}
