import { Avatar, Menu, MenuItem, MenuRadioGroup, MenuSeparator, showToast } from '@hilo/ui';
import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../../i18n/i18n';
import { LANGUAGES, LANGUAGE_NAMES, chooseLanguage, type Language } from '../../i18n/language';
import { problemText } from '../../i18n/problem-text';
import { leavePanel } from '../runtime';
import { useMe, useUpdateMe } from '../session';
import { applyTheme, type Theme } from '../theme';
import { useShortcutSheet } from './palette-store';

/** Who I am: presence, look, language, way out. */
export function UserMenu({ side }: { side: 'right' | 'bottom' }) {
  const { t, i18n } = useTranslation('shell');
  const me = useMe();
  const update = useUpdateMe();
  const navigate = useNavigate();
  const openShortcuts = useShortcutSheet((state) => state.show);
  const available = me.presence === 'online';
  const icon = { size: 16, 'aria-hidden': true };

  const chooseTheme = (theme: Theme) => {
    applyTheme(theme);
    update.mutate({ preferences: { theme } });
  };
  const speak = (language: Language) => {
    void changeLanguage(language);
    update.mutate({ preferences: { language } });
  };
  const leave = () =>
    void leavePanel()
      .then(() => navigate({ to: '/entrar' }))
      .catch((error: unknown) =>
        showToast({ tone: 'danger', title: t('user.signOutFailed'), description: problemText(error) }),
      );

  return (
    <Menu
      side={side}
      align="end"
      trigger={
        <button type="button" className="flex items-center rounded-full p-0.5 pointer-coarse:p-2">
          <span className="sr-only">{t('user.menu', { name: me.name })}. </span>
          <Avatar
            size="sm"
            name={me.name}
            seed={me.id}
            presence={{ available, label: t(available ? 'user.online' : 'user.away') }}
          />
        </button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{me.name}</p>
        <p className="truncate text-label text-ink-3">{me.email}</p>
      </div>
      <MenuSeparator />
      <MenuRadioGroup
        label={t('user.presence')}
        value={available ? 'online' : 'away'}
        onValueChange={(presence) => update.mutate({ presence })}
        options={[
          { value: 'online', label: t('user.online') },
          { value: 'away', label: t('user.away') },
        ]}
      />
      <MenuSeparator />
      <MenuRadioGroup
        label={t('user.theme')}
        value={me.preferences.theme}
        onValueChange={chooseTheme}
        options={[
          { value: 'system', label: t('user.themes.system'), icon: <Monitor {...icon} /> },
          { value: 'light', label: t('user.themes.light'), icon: <Sun {...icon} /> },
          { value: 'dark', label: t('user.themes.dark'), icon: <Moon {...icon} /> },
        ]}
      />
      <MenuSeparator />
      <MenuRadioGroup
        label={t('user.language')}
        value={chooseLanguage([i18n.language])}
        onValueChange={speak}
        options={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] }))}
      />
      <MenuSeparator />
      <MenuItem
        icon={<UserRound {...icon} />}
        onSelect={() => void navigate({ to: '/ajustes/$section', params: { section: 'perfil' } })}
      >
        {t('user.profile')}
      </MenuItem>
      <MenuItem icon={<Keyboard {...icon} />} shortcut="?" onSelect={openShortcuts}>
        {t('shortcuts.title')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut {...icon} />} onSelect={leave}>
        {t('user.signOut')}
      </MenuItem>
    </Menu>
  );
}
