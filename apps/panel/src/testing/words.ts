import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import auth from '../i18n/es/auth.json' with { type: 'json' };
import catalogue from '../i18n/es/catalogue.json' with { type: 'json' };
import conversations from '../i18n/es/conversations.json' with { type: 'json' };
import errors from '../i18n/es/errors.json' with { type: 'json' };
import gallery from '../i18n/es/gallery.json' with { type: 'json' };
import leads from '../i18n/es/leads.json' with { type: 'json' };
import links from '../i18n/es/links.json' with { type: 'json' };
import settings from '../i18n/es/settings.json' with { type: 'json' };
import shell from '../i18n/es/shell.json' with { type: 'json' };
import simulator from '../i18n/es/simulator.json' with { type: 'json' };
import ui from '../i18n/es/ui.json' with { type: 'json' };

/** Speaks Spanish from the real files, so that a test reads what a person reads. */
export async function speakSpanish(): Promise<void> {
  if (i18next.isInitialized) return;
  await i18next.use(initReactI18next).init({
    lng: 'es',
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    resources: {
      es: { auth, catalogue, conversations, errors, gallery, leads, links, settings, shell, simulator, ui },
    },
  });
}
