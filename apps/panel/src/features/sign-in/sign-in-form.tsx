import { Button, TextField } from '@hilo/ui';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../app/api-problem';
import { signIn, type Me } from '../../app/session';
import { problemText } from '../../i18n/problem-text';
import { useCountdown } from './use-countdown';

export interface SignInFormProps {
  /** Known already (the session ended): only the password is asked for. */
  email?: string;
  onSignedIn: (me: Me) => void;
  submitLabel?: string;
}

const FULL_MINUTE_S = 60;

/** Seconds to wait that a refusal names; null when it is not about haste. */
export function waitOf(error: unknown): number | null {
  if (!(error instanceof ApiProblem) || error.status !== 429) return null;
  const seconds = error.extra['retryAfterS'];
  return typeof seconds === 'number' ? Math.ceil(seconds) : FULL_MINUTE_S;
}

/** Email and password. A refusal never says which of the two was wrong, keeps the email and goes back to the password. */
export function SignInForm({ email, onSignedIn, submitLabel }: SignInFormProps) {
  const { t } = useTranslation('auth');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const [left, wait] = useCountdown();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    if (busy || left > 0) return;
    setBusy(true);
    setError(null);
    try {
      onSignedIn(await signIn({ email: email ?? String(typed.get('email')), password: String(typed.get('password')) }));
    } catch (problem) {
      setError(problem);
      wait(waitOf(problem) ?? 0);
      password.current?.focus();
      password.current?.select();
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {email ? (
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      ) : (
        <TextField
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          inputMode="email"
          required
          autoFocus
          spellCheck={false}
        />
      )}
      <TextField
        ref={password}
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        autoFocus={Boolean(email)}
        error={error === null || left > 0 ? null : problemText(error)}
      />
      <div aria-live="assertive" className="empty:hidden">
        {left > 0 ? (
          <p className="rounded-md bg-warning-soft px-3 py-2 text-label text-warning">{t('tooMany')}</p>
        ) : null}
      </div>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        busy={busy}
        className="w-full"
        aria-disabled={left > 0 || undefined}
      >
        {left > 0 ? t('waitSeconds', { count: left }) : (submitLabel ?? t('submit'))}
      </Button>
    </form>
  );
}
