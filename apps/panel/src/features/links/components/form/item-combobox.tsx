import { Combobox, type ComboboxProps } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsQuery } from '../../api/link-queries';
import { useTypedText } from '../../hooks/use-typed-text';
import type { LinkFields } from '../../model/link-form';

type Given = Pick<ComboboxProps, 'label' | 'error' | 'optional' | 'help'>;

/** Something of the catalogue, found by typing. */
export function ItemCombobox({
  value,
  onChange,
  ...field
}: Given & { value: LinkFields['item']; onChange: (item: LinkFields['item']) => void }) {
  const { t } = useTranslation('links');
  const [q, setQ] = useState('');
  const [, type] = useTypedText(q, setQ);
  const found = useQuery({ ...itemsQuery(q), placeholderData: keepPreviousData });
  const items = found.data?.data ?? [];
  return (
    <Combobox
      {...field}
      placeholder={t('form.itemPlaceholder')}
      options={items.map(({ id, name, sku }) => ({ value: id, label: name, description: sku }))}
      value={value && { value: value.id, label: value.name, description: value.sku ?? undefined }}
      onValueChange={(option) =>
        onChange(option && { id: option.value, name: option.label, sku: option.description ?? null })
      }
      onSearch={type}
      searching={found.isFetching}
    />
  );
}
