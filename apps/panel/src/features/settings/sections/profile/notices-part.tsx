import { Button, Segmented, Select, Switch } from '@hilo/ui';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForDesktop, desktopPermission, loudness } from '../../../../app/attention';
import { useMe } from '../../../../app/session';
import { ring, unlockSound } from '../../../../app/sound';
import { Part } from '../../components/part';
import { usePreference } from '../../hooks/use-preference';
import { VOLUMES, volumeName, type VolumeName } from '../../model/notice-choices';

const SCOPES = ['mine', 'unassigned', 'all'] as const;
const VOLUME_NAMES = Object.keys(VOLUMES) as VolumeName[];

/** Sound and notes on the desktop: whether, how loud and of which conversations. */
export function NoticesPart() {
  const { t } = useTranslation('settings');
  const { preferences } = useMe();
  const keep = usePreference();
  const [permission, setPermission] = useState(desktopPermission);
  const { sound, soundVolume, soundScope, desktopNotifications } = preferences;

  const tryIt = (volume: number) => void unlockSound().then(() => ring({ asked: true, volume: volume / 100 }));
  /** The browser's question needs this very press; whoever says no there keeps the switch off. */
  const turnDesktop = async (on: boolean) => {
    if (!on) return keep({ desktopNotifications: false });
    const allowed = await askForDesktop();
    setPermission(desktopPermission());
    if (allowed) keep({ desktopNotifications: true });
  };
  const desktopHelp =
    permission === 'denied'
      ? t('profile.desktopDenied')
      : permission === 'missing'
        ? t('profile.desktopMissing')
        : t('profile.desktopHelp');

  return (
    <Part title={t('profile.notices')} help={t('profile.noticesHelp')}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('profile.sound')}
          help={t('profile.soundHelp')}
          checked={sound}
          onCheckedChange={(on) => keep({ sound: on })}
        />
        {sound ? (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span>{t('profile.volume')}</span>
            <span className="flex flex-wrap items-center gap-2">
              <Segmented
                label={t('profile.volume')}
                value={volumeName(soundVolume)}
                onValueChange={(name) => {
                  keep({ soundVolume: VOLUMES[name] });
                  tryIt(VOLUMES[name]);
                }}
                options={VOLUME_NAMES.map((value) => ({ value, label: t(`profile.volumes.${value}`) }))}
              />
              <Button
                size="sm"
                icon={<BellRing aria-hidden size={14} />}
                onClick={() => void unlockSound().then(() => ring({ asked: true, volume: loudness(preferences) }))}
              >
                {t('profile.tryTheSound')}
              </Button>
            </span>
          </div>
        ) : null}
        <Switch
          label={t('profile.desktop')}
          help={desktopHelp}
          checked={desktopNotifications && permission === 'granted'}
          disabled={permission === 'missing' || permission === 'denied'}
          onCheckedChange={(on) => void turnDesktop(on)}
        />
        <Select
          className="max-w-64"
          label={t('profile.scope')}
          help={t('profile.scopeHelp')}
          value={soundScope}
          onValueChange={(scope) => keep({ soundScope: scope })}
          options={SCOPES.map((value) => ({ value, label: t(`profile.scopes.${value}`) }))}
        />
      </div>
    </Part>
  );
}
