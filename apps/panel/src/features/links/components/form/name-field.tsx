import { TextField } from '@hilo/ui';
import { useTranslation } from 'react-i18next';

/** What people call a link, alike where it is made and where it is changed. */
export function NameField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (name: string) => void;
}) {
  const { t } = useTranslation('links');
  return (
    <TextField
      label={t('form.name')}
      help={t('form.nameHelp')}
      maxLength={120}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
