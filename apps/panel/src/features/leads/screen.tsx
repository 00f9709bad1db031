import { Button, PageHeader, Segmented, TextField } from '@hilo/ui';
import { Plus, Search, SquareKanban, Table2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import { FilterChips } from './components/filter-chips';
import { Filters } from './components/filters';
import { NewLead } from './components/form/new-lead';
import { BoardView, TableView } from './components/leads-view';
import { useLeadSearch } from './hooks/use-lead-search';
import { useTypedText } from '../../app/use-typed-text';
import { filterCount } from './model/lead-filter';
import type { LeadMode, LeadSearch } from './search';

export { LeadScreen } from './components/detail/lead-screen';

const CLEAR: Partial<LeadSearch> = {
  estado: undefined,
  red: undefined,
  asesor: undefined,
  calidad: undefined,
  producto: undefined,
  desde: undefined,
  hasta: undefined,
  q: undefined,
};

/** The sales pipeline: as a board or as a table over the same filters. */
export function LeadsScreen({ search }: { search: LeadSearch }) {
  const { t } = useTranslation('leads');
  const change = useLeadSearch(search);
  const mayWrite = useCan('leads:write');
  const [writing, setWriting] = useState(false);
  const [text, type] = useTypedText(search.q ?? '', (q) => change({ q: q || undefined }, true));
  const field = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', label: t('keys.search'), group: t('keys.group'), run: () => field.current?.focus() });
  useShortcut({ keys: 'n', label: t('newLead'), group: t('keys.group'), run: () => setWriting(true) }, mayWrite);

  const table = search.modo === 'tabla';
  const View = table ? TableView : BoardView;
  const filtered = filterCount(search) > 0 || search.q !== undefined || (table && search.estado !== undefined);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={t('title')}>
        <div className="order-last w-full md:order-none md:w-60">
          <TextField
            ref={field}
            label={t('search')}
            hideLabel
            type="search"
            placeholder={t('searchPlaceholder')}
            leading={<Search aria-hidden size={16} />}
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        </div>
        <Segmented<LeadMode>
          label={t('view')}
          value={search.modo ?? 'kanban'}
          onValueChange={(modo) => change({ modo: modo === 'kanban' ? undefined : modo })}
          options={[
            { value: 'kanban', label: t('board'), icon: <SquareKanban aria-hidden size={16} />, hideLabel: true },
            { value: 'tabla', label: t('table'), icon: <Table2 aria-hidden size={16} />, hideLabel: true },
          ]}
        />
        <Filters search={search} onChange={change} />
        {mayWrite ? (
          <Button variant="primary" icon={<Plus aria-hidden size={16} />} onClick={() => setWriting(true)}>
            {t('newLead')}
          </Button>
        ) : null}
      </PageHeader>
      <FilterChips search={search} showsState={table} onChange={change} />
      <View search={search} filtered={filtered} onChange={change} onClear={() => change(CLEAR)} />
      {writing ? <NewLead onClose={() => setWriting(false)} /> : null}
    </div>
  );
}
