import { Button, CopyButton, Dialog, Stepper, TextField } from '@hilo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, PlugZap } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { useBusiness } from '../../../../app/business';
import { channelsQuery, type OpenedChannel } from '../../api/channels';
import { settingsKeys } from '../../api/keys';
import { FormProblem } from '../../components/form-problem';
import { SecretOnce } from '../../components/secret-once';
import { useDraft } from '../../hooks/use-draft';
import { useGuardedClose } from '../../hooks/use-guarded-close';
import {
  CONNECT_POINTERS,
  CONNECT_STEPS,
  connectBody,
  connectProblems,
  type ConnectField,
  type ConnectFields,
} from '../../model/channel-form';
import { isRefused } from '../../../../app/refused-fields';
import { TestOutcome } from './channel-card';

const SECRET: ReadonlySet<ConnectField> = new Set(['accessToken', 'appSecret']);
const LISTEN_MS = 3000;

/** Connects a number of WhatsApp Cloud in three steps: who it is, how to call it, where it calls us. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const form = useId();
  const country = useBusiness()?.country ?? '';
  const draft = useDraft<ConnectFields>({
    name: '',
    phoneNumberId: '',
    businessAccountId: '',
    displayAddress: '',
    country,
    accessToken: '',
    appSecret: '',
  });
  const [step, setStep] = useState(0);
  const [tried, setTried] = useState(false);
  const open = useMutation({
    mutationFn: () => ask('POST', '/channels', { body: connectBody(draft.value) }),
    onSuccess: () => {
      setStep(2);
      void client.invalidateQueries({ queryKey: settingsKeys.channels });
    },
    onError: (error) => {
      if (CONNECT_STEPS[0]?.some((field) => isRefused(error, CONNECT_POINTERS[field]))) setStep(0);
    },
  });
  const { close, confirm } = useGuardedClose(draft.dirty && !open.isSuccess, t('connect.what'), onClose);
  const asked = CONNECT_STEPS[step] ?? [];
  const wrong = new Set(tried ? connectProblems(draft.value, asked) : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (connectProblems(draft.value, asked).length > 0) return;
    setTried(false);
    if (step === 0) setStep(1);
    else open.mutate();
  };
  return (
    <Dialog
      open
      size="lg"
      title={t('connect.title')}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      footer={
        step === 2 ? (
          <Button variant="primary" onClick={onClose}>
            {t('connect.done')}
          </Button>
        ) : (
          <>
            <Button onClick={step === 0 ? close : () => setStep(0)}>{t(step === 0 ? 'cancel' : 'back')}</Button>
            <Button type="submit" form={form} variant="primary" busy={open.isPending}>
              {t(step === 0 ? 'next' : 'connect.connect')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <Stepper
          steps={[t('connect.steps.number'), t('connect.steps.credentials'), t('connect.steps.webhook')]}
          current={step}
        />
        {step === 2 && open.data ? (
          <WebhookStep channel={open.data} />
        ) : (
          <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
            <p className="text-ink-2">{t(step === 0 ? 'connect.numberHelp' : 'connect.credentialsHelp')}</p>
            <FormProblem error={open.error} />
            {asked.map((field) => (
              <TextField
                key={field}
                type={SECRET.has(field) ? 'password' : 'text'}
                autoComplete="off"
                optional={field === 'displayAddress'}
                label={t(`connect.fields.${field}`)}
                value={draft.value[field]}
                error={
                  wrong.has(field) || isRefused(open.error, CONNECT_POINTERS[field])
                    ? t(`connect.wrong.${field}`)
                    : null
                }
                onChange={(event) => draft.set({ [field]: event.target.value })}
              />
            ))}
          </form>
        )}
      </div>
      {confirm}
    </Dialog>
  );
}

function WebhookStep({ channel }: { channel: OpenedChannel }) {
  const { t } = useTranslation('settings');
  const now = useQuery({ ...channelsQuery, refetchInterval: LISTEN_MS }).data?.data.find(({ id }) => id === channel.id);
  const test = useMutation({
    mutationFn: () => ask('POST', '/channels/{id}/test', { path: { id: channel.id }, body: {} }),
  });
  const heard = now?.lastWebhookAt != null;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">{t('connect.webhookHelp')}</p>
      {channel.webhookUrl ? (
        <div>
          <p className="mb-1 text-label font-medium text-ink-2">{t('channels.webhookUrl')}</p>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 flex-1 rounded-sm bg-sunken px-2.5 py-1.5 font-mono text-label break-all">
              {channel.webhookUrl}
            </code>
            <CopyButton text={channel.webhookUrl} label={t('copy')} />
          </div>
        </div>
      ) : null}
      {channel.verifyToken ? (
        <div>
          <p className="mb-1 text-label font-medium text-ink-2">{t('connect.verifyToken')}</p>
          <SecretOnce label={t('connect.verifyToken')} secret={channel.verifyToken} />
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3 rounded-md border border-line p-3">
        <Button icon={<PlugZap aria-hidden size={16} />} busy={test.isPending} onClick={() => test.mutate()}>
          {t('channels.test')}
        </Button>
        <TestOutcome result={test.data} error={test.error} />
        <p
          role="status"
          className={`flex w-full items-center gap-1.5 text-label ${heard ? 'text-success' : 'text-ink-3'}`}
        >
          {heard ? <CircleCheck aria-hidden size={15} /> : null}
          {t(heard ? 'connect.heard' : 'connect.listening')}
        </p>
      </div>
    </div>
  );
}
