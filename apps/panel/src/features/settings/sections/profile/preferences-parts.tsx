import { Segmented, Select, Switch } from '@hilo/ui';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../../app/session';
import { applyTheme, type Theme } from '../../../../app/theme';
import { changeLanguage } from '../../../../i18n/i18n';
import { LANGUAGES, LANGUAGE_NAMES, chooseLanguage, type Language } from '../../../../i18n/language';
import { Part } from '../../components/part';
import { usePreference } from '../../hooks/use-preference';
import { undoChoices } from '../../model/notice-choices';

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
            value={preferences.theme}
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
  const { enterSends, shortcuts } = preferences;
  return (
    <Part title={t('profile.writing')} help={t('profile.writingHelp')}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('profile.enterSends')}
          help={t(enterSends ? 'profile.enterOn' : 'profile.enterOff')}
          checked={enterSends}
          onCheckedChange={(on) => keep({ enterSends: on })}
        />
        <Switch
          label={t('profile.shortcuts')}
          help={t('profile.shortcutsHelp')}
          checked={shortcuts}
          onCheckedChange={(on) => keep({ shortcuts: on })}
        />
        <Select
          className="max-w-64"
          label={t('profile.undo')}
          help={t('profile.undoHelp')}
          value={String(preferences.undoSendSeconds)}
          onValueChange={(seconds) => keep({ undoSendSeconds: Number(seconds) })}
          options={undoChoices(preferences.undoSendSeconds).map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('profile.undoOff') : t('profile.undoSeconds', { count: seconds }),
          }))}
        />
      </div>
    </Part>
  );
}
