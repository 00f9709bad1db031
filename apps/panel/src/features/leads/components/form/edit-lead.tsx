import { Button, Sheet, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { useBusiness } from '../../../../app/business';
import { placeLead } from '../../api/lead-cache';
import { keys, leadQuery } from '../../api/lead-queries';
import { patchLead, useRefusalText } from '../../api/use-change-lead';
import type { Lead, LeadChange } from '../../model/lead';
import { refusedFields } from '../../model/field-errors';
import { fieldsOf, readFields, type LeadFields } from '../../model/lead-form';
import { DetailFields } from './detail-fields';
import { ErrorSummary } from './error-summary';

/** Edits what is known of a lead. Nothing typed is lost: neither by a refusal nor by somebody else's change. */
export function EditLead({ lead, onClose }: { lead: Lead; onClose: () => void }) {
  const { t } = useTranslation('leads');
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
  const stale = save.error instanceof ApiProblem && save.error.status === 412;

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
      return isRefused(field) ? [[field, t('form.invalid')]] : [];
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
        {wrong.length > 0 ? (
          <ErrorSummary of={wrong}>{t('form.check', { count: wrong.length })}</ErrorSummary>
        ) : save.error ? (
          <ErrorSummary of={save.error}>
            <p>{stale ? t('form.stale') : refusalText(save.error)}</p>
            {stale ? (
              <div className="mt-2 flex flex-wrap gap-2">
                <Button size="sm" onClick={() => void renew(true)}>
                  {t('form.overwrite')}
                </Button>
                <Button size="sm" variant="ghost" onClick={() => void renew(false)}>
                  {t('form.takeTheirs')}
                </Button>
              </div>
            ) : null}
          </ErrorSummary>
        ) : null}
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
