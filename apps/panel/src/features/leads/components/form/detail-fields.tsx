import { Select, TextArea, TextField } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import { ItemCombobox } from '../../../../app/item-combobox';
import { useCan } from '../../../../app/session';
import { URGENCIES } from '../../model/lead';
import type { LeadFields } from '../../model/lead-form';

export interface DetailFieldsProps {
  fields: LeadFields;
  currency: { budget: string; value: string };
  errors: Partial<Record<keyof LeadFields, string>>;
  onChange: (change: Partial<LeadFields>) => void;
}

/** What is known of a lead, to be written. */
export function DetailFields({ fields, currency, errors, onChange }: DetailFieldsProps) {
  const { t } = useTranslation('leads');
  const seesCatalogue = useCan('catalogue:read');
  return (
    <>
      {seesCatalogue ? (
        <ItemCombobox
          label={t('form.item')}
          optional
          value={fields.item}
          error={errors.item}
          onChange={(item) => onChange({ item })}
        />
      ) : null}
      <TextField
        label={t('form.title')}
        help={t('form.titleHelp')}
        optional
        maxLength={200}
        value={fields.title}
        error={errors.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        {(['budget', 'value'] as const).map((name) => (
          <TextField
            key={name}
            label={t(`form.${name}`)}
            help={t('form.moneyHelp', { currency: currency[name] })}
            optional
            inputMode="decimal"
            value={fields[name]}
            error={errors[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
        <TextField
          label={t('form.city')}
          optional
          maxLength={100}
          value={fields.city}
          error={errors.city}
          onChange={(event) => onChange({ city: event.target.value })}
        />
        <Select
          label={t('form.urgency')}
          value={fields.urgency ?? 'unset'}
          onValueChange={(urgency) => onChange({ urgency: urgency === 'unset' ? null : urgency })}
          options={[
            { value: 'unset' as const, label: t('form.unset') },
            ...URGENCIES.map((value) => ({ value, label: t(`urgencies.${value}`) })),
          ]}
        />
      </div>
      <TextArea
        label={t('form.description')}
        optional
        maxLength={5000}
        rows={4}
        value={fields.description}
        error={errors.description}
        onChange={(event) => onChange({ description: event.target.value })}
      />
    </>
  );
}
