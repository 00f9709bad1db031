import { Button, Combobox, TextField } from '@hilo/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../../app/session';
import { contactsQuery } from '../../api/lead-queries';
import { useTypedText } from '../../../../app/use-typed-text';

export interface ContactChoice {
  known: { id: string; name: string } | null;
  /** Given: somebody who is not in the book yet. */
  fresh: { name: string; phone: string } | null;
}

export interface ContactFieldsProps {
  value: ContactChoice;
  errors: { contact?: string; name?: string; phone?: string };
  onChange: (value: ContactChoice) => void;
}

/** Whose lead it is: a customer found by typing, or a new one written down here. */
export function ContactFields({ value, errors, onChange }: ContactFieldsProps) {
  const { t } = useTranslation('leads');
  const mayCreate = useCan('contacts:write');
  const [q, setQ] = useState('');
  const [, type] = useTypedText(q, setQ);
  const found = useQuery({ ...contactsQuery(q), enabled: value.fresh === null, placeholderData: keepPreviousData });
  const { fresh } = value;
  if (fresh)
    return (
      <div className="flex flex-col gap-3 rounded-md bg-bg p-3">
        <TextField
          label={t('form.name')}
          autoFocus
          maxLength={200}
          value={fresh.name}
          error={errors.name}
          onChange={(event) => onChange({ known: null, fresh: { ...fresh, name: event.target.value } })}
        />
        <TextField
          label={t('form.phone')}
          help={t('form.phoneHelp')}
          type="tel"
          maxLength={40}
          value={fresh.phone}
          error={errors.phone}
          onChange={(event) => onChange({ known: null, fresh: { ...fresh, phone: event.target.value } })}
        />
        <Button size="sm" variant="ghost" className="self-start" onClick={() => onChange({ known: null, fresh: null })}>
          {t('form.knownContact')}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col items-start gap-1">
      <div className="w-full">
        <Combobox
          label={t('form.contact')}
          placeholder={t('form.contactPlaceholder')}
          error={errors.contact}
          options={(found.data?.data ?? []).map(({ id, name, phone, city }) => ({
            value: id,
            label: name || t('nameless'),
            description: [phone, city].filter(Boolean).join(' · '),
          }))}
          value={value.known && { value: value.known.id, label: value.known.name }}
          onValueChange={(option) =>
            onChange({ known: option && { id: option.value, name: option.label }, fresh: null })
          }
          onSearch={type}
          searching={found.isFetching}
        />
      </div>
      {mayCreate ? (
        <Button size="sm" variant="ghost" onClick={() => onChange({ known: null, fresh: { name: '', phone: '' } })}>
          {t('form.newContact')}
        </Button>
      ) : null}
    </div>
  );
}
