import { Combobox, type ComboboxProps } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemChoicesQuery } from './catalogue-items';
import { useTypedText } from './use-typed-text';

export interface ItemChoice {
  id: string;
  name: string;
  sku?: string | null;
}

export type ItemComboboxProps = Pick<ComboboxProps, 'label' | 'error' | 'optional' | 'help' | 'hideLabel'> & {
  value: ItemChoice | null;
  onChange: (item: (ItemChoice & { sku: string | null }) | null) => void;
};

/** Something of the catalogue, found by typing. */
export function ItemCombobox({ value, onChange, ...field }: ItemComboboxProps) {
  const { t } = useTranslation('shell');
  const [q, setQ] = useState('');
  const [, type] = useTypedText(q, setQ);
  const found = useQuery({ ...itemChoicesQuery(q), placeholderData: keepPreviousData });
  return (
    <Combobox
      {...field}
      placeholder={t('form.itemPlaceholder')}
      options={(found.data?.data ?? []).map(({ id, name, sku }) => ({ value: id, label: name, description: sku }))}
      value={value && { value: value.id, label: value.name, description: value.sku ?? undefined }}
      onValueChange={(option) =>
        onChange(option && { id: option.value, name: option.label, sku: option.description ?? null })
      }
      onSearch={type}
      searching={found.isFetching}
    />
  );
}
