import { TextField } from '@hilo/ui';
import { useTranslation } from 'react-i18next';
import type { LinkFields } from '../../model/link-form';
import { UTM_KEYS, utmOf, type UtmKey, type UtmTyped } from '../../model/utm';

/** Those that differ from network to network. */
const PER_NETWORK: readonly UtmKey[] = ['source', 'medium'];

export interface UtmFieldsProps {
  fields: LinkFields;
  errors: Partial<Record<UtmKey, string>>;
  onChange: (utm: UtmTyped) => void;
}

/** The five parameters: filled in as the form is written, and editable one by one. */
export function UtmFields({ fields, errors, onChange }: UtmFieldsProps) {
  const { t } = useTranslation('links');
  const [first, ...others] = fields.networks;
  const auto = utmOf({ network: first ?? 'other', name: fields.name, sku: fields.item?.sku ?? null }, {});
  const filled = (key: UtmKey): string => {
    if (PER_NETWORK.includes(key) && (others.length > 0 || !first)) return '';
    if (key === 'campaign' && fields.name.trim() === '') return '';
    return auto[key] ?? '';
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="contents">
        <span className="font-medium">{t('form.utm')}</span>
      </legend>
      <p className="-mt-2 text-label text-ink-3">{t('form.utmHelp')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {UTM_KEYS.map((key) => (
          <TextField
            key={key}
            label={t(`form.utmFields.${key}`)}
            maxLength={100}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={PER_NETWORK.includes(key) && others.length > 0 ? t('form.utmPerNetwork') : undefined}
            error={errors[key]}
            value={fields.utm[key] ?? filled(key)}
            onChange={(event) => onChange({ ...fields.utm, [key]: event.target.value })}
            onBlur={(event) => {
              // Emptied or as it would be anyway: it follows the form again. Only the content may stay empty.
              const { [key]: typed, ...rest } = fields.utm;
              const text = event.target.value.trim();
              if (typed !== undefined && (text === filled(key) || (text === '' && key !== 'content'))) onChange(rest);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
