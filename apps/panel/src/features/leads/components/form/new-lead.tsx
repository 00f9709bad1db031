import { Button, Select, Sheet, showToast } from '@hilo/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../app/api-problem';
import { useBusiness } from '../../../../app/business';
import { FormSummary } from '../../../../app/form-summary';
import { useMe } from '../../../../app/session';
import { colleaguesQuery } from '../../api/lead-queries';
import { useRefusalText } from '../../api/use-change-lead';
import { useCreateLead } from '../../api/use-create-lead';
import { refusedFields } from '../../../../app/refused-fields';
import { readFields, type LeadFields } from '../../model/lead-form';
import { ContactFields, type ContactChoice } from './contact-fields';
import { DetailFields } from './detail-fields';

const EMPTY: LeadFields = { item: null, title: '', description: '', budget: '', value: '', city: '', urgency: null };
type Wrong = Partial<Record<keyof LeadFields | 'contact' | 'name' | 'phone', string>>;

/** A lead that somebody writes down. */
export function NewLead({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('leads');
  const shell = useTranslation('shell');
  const navigate = useNavigate();
  const me = useMe();
  const refusalText = useRefusalText();
  const main = useBusiness()?.currency ?? 'USD';
  const currency = { budget: main, value: main };
  const colleagues = useQuery(colleaguesQuery);
  const create = useCreateLead();
  const [fields, setFields] = useState(EMPTY);
  const [contact, setContact] = useState<ContactChoice>({ known: null, fresh: null });
  const [assigneeId, setAssignee] = useState(me.id);
  const [wrong, setWrong] = useState<Wrong>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reading = readFields(EMPTY, fields, currency);
    const { known, fresh } = contact;
    const found: Wrong = {
      ...(!reading.ok && Object.fromEntries(reading.wrong.map((field) => [field, t('form.badMoney')]))),
      ...(!known && !fresh && { contact: t('form.needed') }),
      ...(fresh && !fresh.name.trim() && !fresh.phone.trim() && { name: t('form.needed') }),
    };
    setWrong(found);
    if (Object.keys(found).length > 0 || !reading.ok) return create.reset();
    const details = { ...reading.change, assigneeId: assigneeId === 'none' ? null : assigneeId };
    const person = known ?? { name: fresh?.name.trim() || null, phone: fresh?.phone.trim() || null };
    return create.mutate(
      { contact: 'id' in person ? { id: person.id } : person, details },
      {
        onSuccess: (lead) => {
          showToast({ tone: 'success', title: t('form.created') });
          onClose();
          void navigate({ to: '/leads/$id', params: { id: lead.id } });
        },
      },
    );
  };

  const problem = create.error instanceof ApiProblem ? create.error : null;
  const refused = Object.fromEntries(
    refusedFields(problem).map((path) => [
      path === 'itemId' ? 'item' : path === 'contactId' ? 'contact' : path,
      path === 'phone' ? t('form.badPhone') : shell.t('form.invalid'),
    ]),
  ) as Wrong;
  const errors: Wrong = { ...refused, ...wrong };
  const count = Object.keys(wrong).length;
  const openLead = problem?.code === 'open_lead_exists' ? problem.extra['leadId'] : undefined;
  const sameContact = problem?.code === 'contact_exists' ? problem.extra['contactId'] : undefined;

  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t('form.createTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" type="submit" form="new-lead" busy={create.isPending}>
            {t('form.create')}
          </Button>
        </>
      }
    >
      <form id="new-lead" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FormSummary count={count} of={wrong} error={create.error}>
          {typeof openLead === 'string' ? (
            <>
              <p>{t('form.openLead')}</p>
              <Link to="/leads/$id" params={{ id: openLead }} className="mt-1 inline-block font-medium underline">
                {t('form.openLeadGo')}
              </Link>
            </>
          ) : typeof sameContact === 'string' ? (
            <>
              <p>{t('form.contactExists')}</p>
              <Button
                size="sm"
                className="mt-2"
                onClick={() => {
                  const name = contact.fresh?.name || contact.fresh?.phone || t('nameless');
                  setContact({ known: { id: sameContact, name }, fresh: null });
                  create.reset();
                }}
              >
                {t('form.useExisting')}
              </Button>
            </>
          ) : (
            refusalText(create.error)
          )}
        </FormSummary>
        <ContactFields value={contact} errors={errors} onChange={setContact} />
        <DetailFields
          fields={fields}
          currency={currency}
          errors={errors}
          onChange={(change) => setFields((known) => ({ ...known, ...change }))}
        />
        <Select
          label={t('form.assignee')}
          value={assigneeId}
          onValueChange={setAssignee}
          options={[
            { value: 'none', label: t('nobody') },
            ...(colleagues.data ?? [{ id: me.id, name: me.name }]).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </form>
    </Sheet>
  );
}
