import { Button, PageHeader, showToast } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSummary } from '../../../../app/form-summary';
import { ItemCombobox } from '../../../../app/item-combobox';
import { channelsQuery } from '../../api/link-queries';
import { useCreateLinks } from '../../api/use-create-links';
import { useRefusedLink, type LinkErrors } from '../../hooks/use-refused-link';
import { missingOf, type LinkField, type LinkFields } from '../../model/link-form';
import { ChatFields } from './chat-fields';
import { LinkPreview } from './link-preview';
import { NameField } from './name-field';
import { NetworkChoice } from './network-choice';

const EMPTY: LinkFields = { item: null, name: '', networks: [], channelId: null, message: '', utm: {} };
/** One thing to sell, on several networks at once. */
export function NewLinkScreen() {
  const { t } = useTranslation('links');
  const navigate = useNavigate();
  const channels = useQuery(channelsQuery);
  const create = useCreateLinks();
  const [fields, setFields] = useState(EMPTY);
  const [missing, setMissing] = useState<readonly LinkField[]>([]);
  const done = useRef(false);
  const known = channels.data ?? [];
  // A business with one number never has to choose it.
  const channelId = fields.channelId ?? (known.length === 1 ? (known[0]?.id ?? null) : null);
  const whole: LinkFields = { ...fields, channelId };
  const change = (next: Partial<LinkFields>) => setFields((before) => ({ ...before, ...next }));
  useBlocker({
    shouldBlockFn: () => false,
    enableBeforeUnload: () => !done.current && (fields.name !== '' || fields.message !== '' || fields.item !== null),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = missingOf(whole);
    setMissing(found);
    if (found.length > 0) return create.reset();
    return create.mutate(whole, {
      onSuccess: ({ data }) => {
        done.current = true;
        showToast({ tone: 'success', title: t('form.created', { count: data.length }) });
        const [only] = data;
        void (data.length === 1 && only
          ? navigate({ to: '/enlaces/$id', params: { id: only.id } })
          : navigate({ to: '/enlaces', search: {} }));
      },
    });
  };

  const refused = useRefusedLink(create.error);
  const errors: LinkErrors = {
    ...refused,
    ...(missing.includes('name') && { name: t('form.needName') }),
    ...(missing.includes('networks') && { networks: t('form.needNetwork') }),
    ...(missing.includes('channelId') && { channelId: t('form.needChannel') }),
  };
  const count = Object.keys(errors).length;
  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={t('form.title')} />
      <div className="grid min-h-0 flex-1 items-start gap-x-10 gap-y-6 overflow-y-auto px-4 pb-6 md:px-6 lg:grid-cols-[minmax(0,38rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          <FormSummary count={count} of={missing.length > 0 ? missing : create.error} error={create.error} />
          <ItemCombobox
            label={t('form.item')}
            help={t('form.itemHelp')}
            optional
            value={fields.item}
            error={errors.itemId}
            onChange={(item) => change({ item })}
          />
          <NameField value={fields.name} error={errors.name} onChange={(name) => change({ name })} />
          <NetworkChoice
            value={fields.networks}
            error={errors.networks}
            onChange={(networks) => change({ networks })}
          />
          <ChatFields fields={whole} errors={errors} onChange={change} />
        </div>
        <LinkPreview fields={fields} />
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line px-4 py-3 md:px-6">
        <Button onClick={() => void navigate({ to: '/enlaces', search: {} })}>{t('form.cancel')}</Button>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t('form.create', { count: fields.networks.length })}
        </Button>
      </footer>
    </form>
  );
}
