import { Button, Segmented, Select, Switch, showToast } from '@hilo/ui';
import { BellRing, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ring, unlockSound } from '../../../../app/sound';
import { useMe, useUpdateMe, type Preferences } from '../../../../app/session';
import { applyTheme, storedTheme, type Theme } from '../../../../app/theme';
import { changeLanguage } from '../../../../i18n/i18n';
import { LANGUAGES, LANGUAGE_NAMES, chooseLanguage, type Language } from '../../../../i18n/language';
import { problemText } from '../../../../i18n/problem-text';
import { Part } from '../../components/part';

/** Keeps a preference at once and says so if the server did not take it. */
function usePreference() {
  const { t } = useTranslation('settings');
  const update = useUpdateMe();
  return (preferences: Partial<Preferences>) =>
    update.mutate(
      { preferences },
      { onError: (error) => showToast({ tone: 'danger', title: t('profile.notKept'), description: problemText(error) }) },
    );
}

export function AppearancePart() {
  const { t, i18n } = useTranslation('settings');
  const { preferences } = useMe();
  const keep = usePreference();
  const icon = { size: 16, 'aria-hidden': true };
  const chooseTheme = (theme: Theme) => {
    applyTheme(theme);
    keep({ theme });
  };
  const speak = (language: Language) => {
    void changeLanguage(language);
    keep({ language });
  };
  return (
    <Part title={t('profile.appearance')} help={t('profile.appearanceHelp')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span id="settings-theme">{t('profile.theme')}</span>
          <Segmented
            label={t('profile.theme')}
            value={preferences.theme ?? storedTheme()}
            onValueChange={chooseTheme}
            options={[
              { value: 'system', label: t('profile.themes.system'), icon: <Monitor {...icon} /> },
              { value: 'light', label: t('profile.themes.light'), icon: <Sun {...icon} /> },
              { value: 'dark', label: t('profile.themes.dark'), icon: <Moon {...icon} /> },
            ]}
          />
        </div>
        <Select
          className="max-w-64"
          label={t('profile.language')}
          value={chooseLanguage([i18n.language])}
          onValueChange={speak}
          options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        />
      </div>
    </Part>
  );
}

export function WritingPart() {
  const { t } = useTranslation('settings');
  const { preferences } = useMe();
  const keep = usePreference();
  const sound = preferences.sound ?? true;
  return (
    <Part title={t('profile.writing')} help={t('profile.writingHelp')}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('profile.enterSends')}
          help={t(preferences.enterSends ?? true ? 'profile.enterOn' : 'profile.enterOff')}
          checked={preferences.enterSends ?? true}
          onCheckedChange={(enterSends) => keep({ enterSends })}
        />
        <Switch
          label={t('profile.shortcuts')}
          help={t('profile.shortcutsHelp')}
          checked={preferences.shortcuts ?? true}
          onCheckedChange={(shortcuts) => keep({ shortcuts })}
        />
        <Switch label={t('profile.sound')} help={t('profile.soundHelp')} checked={sound} onCheckedChange={(on) => keep({ sound: on })} />
        {sound ? (
          <Button
            size="sm"
            className="self-start"
            icon={<BellRing aria-hidden size={14} />}
            onClick={() => void unlockSound().then(() => ring({ asked: true }))}
          >
            {t('profile.tryTheSound')}
          </Button>
        ) : null}
      </div>
    </Part>
  );
}
