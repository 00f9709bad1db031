import { Segmented, useNarrow } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { KanbanSquare, List, Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countsQuery } from '../../../../app/counts';
import { useShortcut } from '../../../../app/shortcuts';
import type { ConversationSearch } from '../../search';
import { FilterChips } from './filter-chips';
import { FilterPopover } from './filter-popover';

export interface ListHeaderProps {
  search: ConversationSearch;
  onSearch: (change: Partial<ConversationSearch>) => void;
}

/** What is typed, told to the list after a rest of 250 ms. */
function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('conversations');
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  if (value !== told) {
    setTold(value);
    setText(value);
  }
  useEffect(() => {
    if (text === told) return;
    const timer = setTimeout(() => {
      setTold(text);
      tell.current(text);
    }, 250);
    return () => clearTimeout(timer);
  }, [text, told]);
  useShortcut({ keys: '/', label: t('keys.search'), group: t('keys.list'), run: () => input.current?.focus() });

  return (
    <div className="relative max-w-2xl">
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        className="h-9 w-full rounded-md border border-line-strong bg-surface pr-9 pl-9 text-ui placeholder:text-ink-3 hover:border-ink-2 focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent pointer-coarse:h-11 pointer-coarse:text-base [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label={t('list.clearSearch')}
          onClick={() => {
            setText('');
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1.5 flex size-7 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
        >
          <X aria-hidden size={16} />
        </button>
      ) : null}
    </div>
  );
}

/** Title, views, search and filters above the list. */
export function ListHeader({ search, onSearch }: ListHeaderProps) {
  const { t, i18n } = useTranslation('conversations');
  const { data: counts } = useQuery(countsQuery);
  const narrow = useNarrow();
  const number = new Intl.NumberFormat(i18n.language);
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };
  const shown = (count: number | undefined) => (count === undefined ? null : number.format(count));

  return (
    <header className="flex flex-col gap-2.5 border-b border-line px-3 pt-3 pb-2.5">
      <div className="flex items-center gap-2">
        <h1 tabIndex={-1} className="font-display text-page font-semibold">
          {t('title')}
        </h1>
        <span className="text-label text-ink-3">{shown(counts?.all.total)}</span>
        <div className="ml-auto flex items-center gap-1">
          <Segmented
            label={t('list.mode')}
            value={search.modo ?? 'lista'}
            onValueChange={(modo) => onSearch({ modo: modo === 'lista' ? undefined : modo })}
            options={[
              { value: 'lista', label: t('list.asList'), icon: <List {...icon} />, hideLabel: true },
              { value: 'kanban', label: t('list.asBoard'), icon: <KanbanSquare {...icon} />, hideLabel: true },
            ]}
          />
          <FilterPopover search={search} onSearch={onSearch} />
        </div>
      </div>
      <SearchField value={search.q ?? ''} onChange={(q) => onSearch({ q: q.trim() || undefined })} />
      <Segmented
        look="pills"
        label={t('list.tabs')}
        className={narrow ? 'overflow-x-auto' : '-mx-1'}
        value={search.vista ?? 'mios'}
        onValueChange={(vista) => onSearch({ vista: vista === 'mios' ? undefined : vista })}
        options={[
          { value: 'mios', label: t('list.mine'), count: counts?.mine.total },
          { value: 'sin-asignar', label: t('list.unassigned'), count: counts?.unassigned.total },
          { value: 'todos', label: t('list.all'), count: null },
        ]}
      />
      <FilterChips search={search} onSearch={onSearch} />
    </header>
  );
}
