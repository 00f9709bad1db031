import { useTranslation } from 'react-i18next';
import { Brand } from '../../app/shell/brand';
import type { Me } from '../../app/session';
import { SignInForm } from './sign-in-form';

/** The door: one card in the middle of the paper. */
export function SignInScreen({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const { t } = useTranslation('auth');
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-8 bg-bg p-4">
      <div className="rise-in flex w-full max-w-90 flex-col gap-6 rounded-lg border border-line bg-surface p-6 shadow-pop sm:p-8">
        <div className="flex flex-col items-center gap-3 text-center">
          <Brand size={44} />
          <div>
            <h1 className="font-display text-page font-semibold">{t('title')}</h1>
            <p className="text-ink-2">{t('lead')}</p>
          </div>
        </div>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
      <p className="text-label text-ink-3">{t('motto')}</p>
    </main>
  );
}
