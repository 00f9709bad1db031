import { Button, Sheet, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../../../../app/business';
import { FormSummary, StaleChoice } from '../../../../app/form-summary';
import { placeLead } from '../../api/lead-cache';
import { keys, leadQuery } from '../../api/lead-queries';
import { patchLead, useRefusalText } from '../../api/use-change-lead';
import type { Lead, LeadChange } from '../../model/lead';
import { rebased } from '../../../../app/rebased';
import { isStale, refusedFields } from '../../../../app/refused-fields';
import { fieldsOf, readFields, type LeadFields } from '../../model/lead-form';
import { DetailFields } from './detail-fields';

/** Edits what is known of a lead. Nothing typed is lost: neither by a refusal nor by somebody else's change. */
export function EditLead({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation('leads');
  const shell = useTranslation('shell');
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const main = useBusiness()?.currency ?? 'USD';
  const currency = { budget: lead.budget?.currency ?? main, value: lead.value?.currency ?? main };
  const [base, setBase] = useState(lead);
  const [fields, setFields] = useState(() => fieldsOf(lead));
  const [wrong, setWrong] = useState<readonly (keyof LeadFields)[]>([]);

  const save = useMutation({
    mutationFn: ({ on, change }: { on: Lead; change: LeadChange }) => patchLead(on, change),
    onSuccess: (saved) => {
      placeLead(client, saved);
      client.setQueryData(leadQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: keys.events(saved.id) });
      showToast({ tone: 'success', title: t('form.saved') });
      onClose();
    },
  });

  const submit = (on: Lead, typed: LeadFields) => {
    const reading = readFields(fieldsOf(on), typed, currency);
    setWrong(reading.ok ? [] : reading.wrong);
    if (!reading.ok) return save.reset();
    if (Object.keys(reading.change).length === 0) return onClose();
    return save.mutate({ on, change: reading.change });
  };
  /** Brings what the other person left; `mine` writes over it what was typed here and nothing else. */
  const renew = useMutation({
    mutationFn: (_mine: boolean) => client.fetchQuery({ ...leadQuery(lead.id), staleTime: 0 }),
    onSuccess: (latest, mine) => {
      const next = mine ? rebased(fieldsOf(base), fields, fieldsOf(latest)) : fieldsOf(latest);
      setBase(latest);
      setFields(next);
      if (mine) submit(latest, next);
      else save.reset();
    },
  });

  const refused = refusedFields(save.error);
  const isRefused = (field: keyof LeadFields) => refused.includes(field === 'item' ? 'itemId' : field);
  const errors = Object.fromEntries(
    (Object.keys(fields) as (keyof LeadFields)[]).flatMap((field) => {
      if (wrong.includes(field)) return [[field, t('form.badMoney')]];
      return isRefused(field) ? [[field, shell.t('form.invalid')]] : [];
    }),
  ) as Partial<Record<keyof LeadFields, string>>;

  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t('form.editTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" type="submit" form="edit-lead" busy={save.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form
        id="edit-lead"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit(base, fields);
        }}
        className="flex flex-col gap-4"
      >
        <FormSummary count={wrong.length} of={wrong} error={save.error}>
          {isStale(save.error) ? (
            <StaleChoice
              words={renew.error ? refusalText(renew.error) : t('form.stale')}
              onOverwrite={() => renew.mutate(true)}
              onTakeTheirs={() => renew.mutate(false)}
            />
          ) : (
            refusalText(save.error)
          )}
        </FormSummary>
        <DetailFields
          fields={fields}
          currency={currency}
          errors={errors}
          onChange={(change) => setFields((known) => ({ ...known, ...change }))}
        />
      </form>
    </Sheet>
  );
}
