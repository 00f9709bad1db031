import { Button, TextField, showToast } from '@hilo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask';
import { useMe } from '../../../../app/session';
import { FormProblem } from '../../components/form-problem';
import { Part } from '../../components/part';
import { settingsKeys } from '../../api/keys';
import { isRefused } from '../../../../app/refused-fields';

const SHORTEST = 10;

/** A new password; every other open session of the person ends with the old one. */
export function PasswordPart() {
  const { t } = useTranslation('settings');
  const { email } = useMe();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      ask('POST', '/auth/change-password', {
        body: { currentPassword: current, newPassword: next },
      }),
    onSuccess: ({ endedSessions }) => {
      setCurrent('');
      setNext('');
      setAgain('');
      setTried(false);
      void client.invalidateQueries({ queryKey: settingsKeys.sessions });
      showToast({
        tone: 'success',
        title: t('password.changed'),
        description: t('password.ended', { count: endedSessions }),
      });
    },
  });
  const short = next.length < SHORTEST;
  const differs = next !== again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current !== '' && !short && !differs) change.mutate();
  };
  return (
    <Part title={t('password.title')} help={t('password.help')}>
      <form noValidate onSubmit={submit} className="flex max-w-sm flex-col gap-4">
        <FormProblem error={change.error} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField
          type="password"
          autoComplete="current-password"
          label={t('password.current')}
          value={current}
          error={
            tried && current === ''
              ? t('password.missing')
              : isRefused(change.error, '/currentPassword')
                ? t('password.wrong')
                : null
          }
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t('password.next')}
          help={t('password.rule')}
          value={next}
          error={
            tried && short ? t('password.short') : isRefused(change.error, '/newPassword') ? t('password.weak') : null
          }
          onChange={(event) => setNext(event.target.value)}
        />
        <TextField
          type="password"
          autoComplete="new-password"
          label={t('password.again')}
          value={again}
          error={tried && !short && differs ? t('password.differs') : null}
          onChange={(event) => setAgain(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={change.isPending} className="self-start">
          {t('password.change')}
        </Button>
      </form>
    </Part>
  );
}
