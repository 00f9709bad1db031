import { Segmented } from '@hilo/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionsSection, OverlaysSection } from './actions';
import { DataSection, TypeSection } from './data';
import { FeedbackSection, MarksSection } from './feedback';
import { ChoicesSection, InputsSection } from './inputs';

type Shown = 'light' | 'dark' | 'both';

function Parts({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} className="flex min-w-0 flex-1 flex-col gap-4 bg-bg p-4 text-ink">
      <TypeSection />
      <ActionsSection />
      <InputsSection />
      <ChoicesSection />
      <OverlaysSection />
      <MarksSection />
      <FeedbackSection />
      <DataSection />
    </div>
  );
}

/** The whole kit on one page: what it looks like, in every state, light and dark. */
export function GalleryScreen() {
  const { t } = useTranslation('gallery');
  const [shown, setShown] = useState<Shown>('both');
  return (
    <main className="min-h-dvh bg-bg">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4">
        <h1 className="font-display text-page font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('lead')}</p>
        <Segmented
          className="ml-auto"
          label={t('theme')}
          value={shown}
          onValueChange={setShown}
          options={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
            { value: 'both', label: t('both') },
          ]}
        />
      </header>
      <div className="flex flex-col xl:flex-row">
        {shown === 'dark' ? null : <Parts theme="light" />}
        {shown === 'light' ? null : <Parts theme="dark" />}
      </div>
    </main>
  );
}
