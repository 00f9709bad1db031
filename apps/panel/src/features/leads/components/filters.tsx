import { Button, Popover, Select, Sheet, TextField, useNarrow } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../app/business';
import { itemNameQuery } from '../../../app/catalogue-items';
import { ItemCombobox } from '../../../app/item-combobox';
import { NETWORKS } from '../../../app/network';
import { useNetworkName } from '../../../app/network-mark';
import { useCan } from '../../../app/session';
import { colleaguesQuery } from '../api/lead-queries';
import { filterCount } from '../model/lead-filter';
import { LEAD_STATES, QUALITIES } from '../model/lead';
import { dayOf } from '../model/zoned-day';
import type { LeadSearch } from '../search';

const ANY = 'any';
const PRESETS = [
  { word: 'today', days: 0 },
  { word: 'week', days: -6 },
  { word: 'month', days: -29 },
] as const;

export interface FiltersProps {
  search: LeadSearch;
  onChange: (change: Partial<LeadSearch>) => void;
}

function Fields({ search, onChange }: FiltersProps) {
  const { t } = useTranslation('leads');
  const networkName = useNetworkName();
  const business = useBusiness();
  const colleagues = useQuery(colleaguesQuery);
  const item = useQuery(itemNameQuery(search.producto));
  const seesCatalogue = useCan('catalogue:read');
  const [now] = useState(() => Date.now());
  const any = { value: ANY, label: t('filters.any') } as const;
  /** The select's words to the address bar's: any is no filter. */
  const set =
    <K extends keyof LeadSearch>(name: K) =>
    (value: NonNullable<LeadSearch[K]> | typeof ANY) =>
      onChange({ [name]: value === ANY ? undefined : value });
  const people = [
    { value: 'me', label: t('me') },
    { value: 'none', label: t('nobody') },
    ...(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('filters.state')}
        value={search.estado ?? ANY}
        onValueChange={set('estado')}
        options={[any, ...LEAD_STATES.map((value) => ({ value, label: t(`states.${value}`) }))]}
      />
      <Select
        label={t('filters.quality')}
        value={search.calidad ?? ANY}
        onValueChange={set('calidad')}
        options={[any, ...QUALITIES.map((value) => ({ value, label: t(`qualities.${value}`) }))]}
      />
      <Select
        label={t('filters.network')}
        value={search.red ?? ANY}
        onValueChange={set('red')}
        options={[any, ...[...NETWORKS, 'none' as const].map((value) => ({ value, label: networkName(value) }))]}
      />
      <Select
        label={t('filters.assignee')}
        value={search.asesor ?? ANY}
        onValueChange={set('asesor')}
        options={[any, ...people]}
      />
      {seesCatalogue ? (
        <ItemCombobox
          label={t('filters.item')}
          value={search.producto ? { id: search.producto, name: item.data?.name ?? '…' } : null}
          onChange={(chosen) => onChange({ producto: chosen?.id })}
        />
      ) : null}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-label font-medium text-ink-2">{t('filters.dates')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {PRESETS.map(({ word, days }) => (
            <Button
              key={word}
              size="sm"
              onClick={() => onChange({ desde: dayOf(now, business?.timeZone ?? 'UTC', days), hasta: undefined })}
            >
              {t(`filters.${word}`)}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <TextField
            type="date"
            label={t('filters.from')}
            value={search.desde ?? ''}
            max={search.hasta}
            onChange={(event) => onChange({ desde: event.target.value || undefined })}
          />
          <TextField
            type="date"
            label={t('filters.to')}
            value={search.hasta ?? ''}
            min={search.desde}
            onChange={(event) => onChange({ hasta: event.target.value || undefined })}
          />
        </div>
      </fieldset>
    </div>
  );
}

/** The filters behind their button: beside it on a computer, from below on a phone. */
export function Filters(props: FiltersProps) {
  const { t } = useTranslation('leads');
  const narrow = useNarrow();
  const count = filterCount(props.search) + (props.search.estado && !narrow ? 1 : 0);
  const trigger = (
    <Button
      variant="ghost"
      icon={<ListFilter aria-hidden size={18} strokeWidth={1.75} />}
      aria-label={count > 0 ? t('filters.openWith', { count }) : undefined}
    >
      {t('filters.open')}
      {count > 0 ? (
        <span aria-hidden className="rounded-full bg-accent-soft px-1.5 text-label text-accent">
          {count}
        </span>
      ) : null}
    </Button>
  );
  if (narrow)
    return (
      <Sheet side="bottom" title={t('filters.title')} trigger={trigger}>
        <Fields {...props} />
      </Sheet>
    );
  return (
    <Popover title={t('filters.title')} trigger={trigger}>
      <div className="px-4 pt-1 pb-4">
        <Fields {...props} />
      </div>
    </Popover>
  );
}
