import { Button, Chip } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { useActiveFilters } from '../hooks/use-filter-words';
import type { LeadSearch } from '../search';

const NONE: Partial<LeadSearch> = {
  estado: undefined,
  red: undefined,
  asesor: undefined,
  calidad: undefined,
  producto: undefined,
  desde: undefined,
  hasta: undefined,
};

export interface FilterChipsProps {
  search: LeadSearch;
  /** Off where the state is shown as a tab already. */
  showsState: boolean;
  onChange: (change: Partial<LeadSearch>) => void;
}

/** The filters that are on, each with its way out. */
export function FilterChips({ search, showsState, onChange }: FilterChipsProps) {
  const { t } = useTranslation('leads');
  const active = useActiveFilters(search, showsState);
  if (active.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-4 pb-3 md:px-6">
      {active.map(({ words, without }) => (
        <Chip key={Object.keys(without).join()} onRemove={() => onChange(without)}>
          {words}
        </Chip>
      ))}
      <Button size="sm" variant="ghost" onClick={() => onChange(NONE)}>
        {t('filters.clear')}
      </Button>
    </div>
  );
}
