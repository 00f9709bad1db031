import { Select, TextArea } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemCard } from '../../../../app/problem-card';
import { channelsQuery } from '../../api/link-queries';
import type { LinkErrors } from '../../hooks/use-refused-link';
import type { LinkFields } from '../../model/link-form';
import { UtmFields } from './utm-fields';

export interface ChatFieldsProps {
  fields: LinkFields;
  errors: LinkErrors;
  /** The number of the link as it is, which may be switched off by now. */
  current?: { id: string; label: string };
  onChange: (change: Partial<LinkFields>) => void;
}

/** Where the chat opens, with which words, and how the address is marked. */
export function ChatFields({ fields, errors, current, onChange }: ChatFieldsProps) {
  const { t } = useTranslation('links');
  const channels = useQuery(channelsQuery);
  const known = (channels.data ?? []).map(({ id, name, displayAddress, address }) => ({
    value: id,
    label: `${name} · ${displayAddress ?? address}`,
  }));
  const missing = current && !known.some(({ value }) => value === current.id);
  return (
    <>
      {channels.error ? (
        <ProblemCard title={t('form.channelsFailed')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : (
        <Select
          label={t('form.channel')}
          placeholder={t('form.channelPlaceholder')}
          value={fields.channelId}
          error={errors.channelId}
          onValueChange={(channelId) => onChange({ channelId })}
          options={missing ? [{ value: current.id, label: current.label }, ...known] : known}
        />
      )}
      <TextArea
        label={t('form.message')}
        help={t('form.messageHelp')}
        optional
        maxLength={700}
        rows={2}
        placeholder={t(fields.item ? 'form.usualItem' : 'form.usual')}
        value={fields.message}
        error={errors.message}
        onChange={(event) => onChange({ message: event.target.value })}
      />
      <UtmFields fields={fields} errors={errors} onChange={(utm) => onChange({ utm })} />
    </>
  );
}
