import { Button, Dialog, IconButton, Segmented, TextField } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../i18n/problem-text';
import { keys } from '../api/keys';
import { createCustomer } from '../api/phone-deeds';
import { EMPTY_CUSTOMER, customerFrom, customerProblems, type CustomerFields } from '../model/customer-form';

/** Somebody new, with a phone number or with nothing but a username. */
export function NewCustomerDialog({
  trigger,
  onCreated,
}: {
  trigger: { label: string; icon: ReactElement };
  onCreated: (id: string) => void;
}) {
  const { t } = useTranslation('simulator');
  const client = useQueryClient();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [fields, setFields] = useState<CustomerFields>(EMPTY_CUSTOMER);
  const [tried, setTried] = useState(false);
  const create = useMutation({
    mutationFn: () => createCustomer(customerFrom(fields)),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: keys.customers });
      onCreated(id);
      show(false);
    },
  });
  const show = (next: boolean) => {
    setOpen(next);
    setFields(EMPTY_CUSTOMER);
    setTried(false);
    create.reset();
  };
  const problems = tried ? customerProblems(fields) : [];
  const error = (field: 'name' | 'phone' | 'username') =>
    problems.includes(field) ? t(`newCustomer.wrong.${field}`) : null;
  const set = (change: Partial<CustomerFields>) => setFields((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (customerProblems(fields).length === 0) create.mutate();
  };

  return (
    <Dialog
      size="sm"
      title={t('newCustomer.title')}
      description={t('newCustomer.help')}
      open={open}
      onOpenChange={show}
      trigger={<IconButton label={trigger.label} icon={trigger.icon} />}
      footer={
        <>
          <Button onClick={() => show(false)}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={create.isPending}>
            {t('newCustomer.create')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('newCustomer.name')}
          value={fields.name}
          error={error('name')}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Segmented
          label={t('newCustomer.by')}
          className="self-start"
          value={fields.by}
          onValueChange={(by) => set({ by })}
          options={[
            { value: 'phone', label: t('newCustomer.phone') },
            { value: 'username', label: t('newCustomer.username') },
          ]}
        />
        {fields.by === 'phone' ? (
          <TextField
            key="phone"
            type="tel"
            label={t('newCustomer.phone')}
            placeholder="+593 99 123 4567"
            value={fields.phone}
            error={error('phone')}
            onChange={(event) => set({ phone: event.target.value })}
          />
        ) : (
          <TextField
            key="username"
            label={t('newCustomer.username')}
            help={t('newCustomer.usernameHelp')}
            placeholder="@camila.v"
            value={fields.username}
            error={error('username')}
            onChange={(event) => set({ username: event.target.value })}
          />
        )}
        <TextField
          optional
          label={t('newCustomer.label')}
          placeholder={t('newCustomer.labelExample')}
          value={fields.label}
          onChange={(event) => set({ label: event.target.value })}
        />
        {create.isError ? (
          <p role="alert" className="text-label text-danger">
            {problemText(create.error)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
