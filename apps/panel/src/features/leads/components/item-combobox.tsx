import { Combobox, type ComboboxProps } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsQuery } from '../api/lead-queries';
import { useTypedText } from '../hooks/use-typed-text';

export interface Choice {
  id: string;
  name: string;
}

type Given = Pick<ComboboxProps, 'label' | 'error' | 'optional' | 'help' | 'hideLabel'>;

/** Something of the catalogue, found by typing. */
export function ItemCombobox({
  value,
  onChange,
  ...field
}: Given & { value: Choice | null; onChange: (item: Choice | null) => void }) {
  const { t } = useTranslation('leads');
  const [q, setQ] = useState('');
  const [, type] = useTypedText(q, setQ);
  const found = useQuery({ ...itemsQuery(q), placeholderData: keepPreviousData });
  return (
    <Combobox
      {...field}
      placeholder={t('form.itemPlaceholder')}
      options={(found.data?.data ?? []).map(({ id, name, sku }) => ({ value: id, label: name, description: sku }))}
      value={value && { value: value.id, label: value.name }}
      onValueChange={(option) => onChange(option && { id: option.value, name: option.label })}
      onSearch={type}
      searching={found.isFetching}
    />
  );
}
