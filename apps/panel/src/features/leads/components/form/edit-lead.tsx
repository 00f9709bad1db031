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

  const submit = (on: Lead) => {
    const reading = readFields(fieldsOf(on), fields, currency);
    setWrong(reading.ok ? [] : reading.wrong);
    if (!reading.ok) return save.reset();
    if (Object.keys(reading.change).length === 0) return onClose();
    return save.mutate({ on, change: reading.change });
  };
  /** Brings what the other person left; `mine` writes over it what was typed here and nothing else. */
  const renew = async (mine: boolean) => {
    const latest = await client.fetchQuery({ ...leadQuery(lead.id), staleTime: 0 });
    const typed = readFields(fieldsOf(base), fields, currency);
    setBase(latest);
    save.reset();
    if (!mine) return setFields(fieldsOf(latest));
    if (typed.ok) save.mutate({ on: latest, change: typed.change });
  };

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
          submit(base);
        }}
        className="flex flex-col gap-4"
      >
        <FormSummary count={wrong.length} of={wrong} error={save.error}>
          {isStale(save.error) ? (
            <StaleChoice
              words={t('form.stale')}
              onOverwrite={() => void renew(true)}
              onTakeTheirs={() => void renew(false)}
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
