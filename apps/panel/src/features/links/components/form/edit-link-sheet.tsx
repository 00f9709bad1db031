import { Button, ConfirmDialog, Sheet, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSummary, StaleChoice } from '../../../../app/form-summary';
import { NetworkMark } from '../../../../app/network-mark';
import { rebased } from '../../../../app/rebased';
import { isStale } from '../../../../app/refused-fields';
import { problemText } from '../../../../i18n/problem-text';
import { linkQuery } from '../../api/link-queries';
import { useEditLink } from '../../api/use-edit-link';
import { useRefusedLink, type LinkErrors } from '../../hooks/use-refused-link';
import type { TrackedLink } from '../../model/link';
import { changeOf, fieldsOf, missingOf, type LinkField, type LinkFields } from '../../model/link-form';
import { ChatFields } from './chat-fields';
import { LinkPreview } from './link-preview';
import { NameField } from './name-field';

/** What was typed upon what somebody else left; each parameter on its own. */
const rebasedLink = (from: LinkFields, typed: LinkFields, latest: LinkFields): LinkFields => ({
  ...rebased(from, typed, latest),
  utm: rebased(from.utm, typed.utm, latest.utm),
});

/** Changes what of a link may change: its name, number, words and parameters. Nothing typed is lost: neither by a refusal nor by somebody else's change. */
export function EditLinkSheet({ link, onClose }: { link: TrackedLink; onClose: () => void }) {
  const { t } = useTranslation('links');
  const form = useId();
  const client = useQueryClient();
  const save = useEditLink();
  const [base, setBase] = useState(link);
  const [fields, setFields] = useState(() => fieldsOf(link));
  const [missing, setMissing] = useState<readonly LinkField[]>([]);
  const [leaving, setLeaving] = useState(false);
  const done = useRef(false);
  const dirty = Object.keys(changeOf(base, fields)).length > 0;
  const blocker = useBlocker({
    shouldBlockFn: () => dirty && !done.current,
    enableBeforeUnload: () => dirty && !done.current,
    withResolver: true,
  });

  const send = (on: TrackedLink, typed: LinkFields) => {
    const found = missingOf(typed);
    setMissing(found);
    if (found.length > 0) return save.reset();
    const change = changeOf(on, typed);
    if (Object.keys(change).length === 0) return onClose();
    return save.mutate(
      { link: on, change },
      {
        onSuccess: () => {
          done.current = true;
          showToast({ tone: 'success', title: t('edit.saved') });
          onClose();
        },
      },
    );
  };
  /** Brings what the other person left; `mine` writes over it what was changed here and nothing else. */
  const renew = useMutation({
    mutationFn: (_: { mine: boolean }) => client.fetchQuery({ ...linkQuery(base.id), staleTime: 0 }),
    onSuccess: (latest, { mine }) => {
      const next = mine ? rebasedLink(fieldsOf(base), fields, fieldsOf(latest)) : fieldsOf(latest);
      setBase(latest);
      setFields(next);
      if (mine) send(latest, next);
      else save.reset();
    },
  });
  const close = () => (dirty ? setLeaving(true) : onClose());

  const errors: LinkErrors = {
    ...useRefusedLink(save.error),
    ...(missing.includes('name') && { name: t('form.needName') }),
    ...(missing.includes('channelId') && { channelId: t('form.needChannel') }),
  };
  const count = Object.keys(errors).length;
  const change = (next: Partial<LinkFields>) => setFields((before) => ({ ...before, ...next }));
  const { channel } = base;
  return (
    <Sheet
      open
      title={t('edit.title')}
      onOpenChange={(open) => {
        if (!open) close();
      }}
      footer={
        <>
          <Button onClick={close}>{t('form.cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={save.isPending}>
            {t('edit.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          send(base, fields);
        }}
        className="flex flex-col gap-5"
      >
        <FormSummary count={count} of={missing.length > 0 ? missing : save.error} error={save.error}>
          {isStale(save.error) ? (
            <StaleChoice
              words={renew.error ? problemText(renew.error) : t('edit.stale')}
              onOverwrite={() => renew.mutate({ mine: true })}
              onTakeTheirs={() => renew.mutate({ mine: false })}
            />
          ) : null}
        </FormSummary>
        <p className="text-label text-ink-3">
          <NetworkMark network={base.network} /> · {base.item?.name ?? t('wholeBusiness')}. {t('edit.fixed')}
        </p>
        <NameField value={fields.name} error={errors.name} onChange={(name) => change({ name })} />
        <ChatFields
          fields={fields}
          errors={errors}
          onChange={change}
          {...(channel && {
            current: { id: channel.id, label: [channel.name, channel.address].filter(Boolean).join(' · ') },
          })}
        />
        <LinkPreview fields={fields} shortUrl={base.shortUrl} />
      </form>
      <ConfirmDialog
        danger
        open={leaving || blocker.status === 'blocked'}
        onOpenChange={(open) => {
          if (open) return;
          setLeaving(false);
          blocker.reset?.();
        }}
        title={t('edit.leaveTitle', { name: base.name })}
        description={t('edit.leaveHelp')}
        confirmLabel={t('edit.leave')}
        cancelLabel={t('edit.stay')}
        onConfirm={() => {
          if (blocker.status === 'blocked') blocker.proceed();
          else onClose();
        }}
      />
    </Sheet>
  );
}
