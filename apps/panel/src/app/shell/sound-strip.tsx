import { Button } from '@hilo/ui';
import { BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session';
import { ring, unlockSound, useSoundLock } from '../sound';

/** Stays while the person wants sound and the browser still keeps it shut. */
export function SoundStrip() {
  const { t } = useTranslation('shell');
  const wanted = useMe().preferences.sound;
  const locked = useSoundLock((state) => state.locked);
  if (!wanted || !locked || typeof AudioContext === 'undefined') return null;
  return (
    <section
      aria-label={t('sound.unlock')}
      className="hidden shrink-0 items-center justify-center gap-3 border-b border-line bg-info-soft px-4 py-1 text-label text-info md:flex"
    >
      <BellRing aria-hidden size={14} />
      {t('sound.locked')}
      <Button size="sm" variant="ghost" onClick={() => void unlockSound().then(() => ring({ asked: true }))}>
        {t('sound.unlock')}
      </Button>
    </section>
  );
}
