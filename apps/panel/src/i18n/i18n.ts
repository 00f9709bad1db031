import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, type Language } from './language';
import { FIRST_NAMESPACES, type Namespace } from './namespaces';

const KEY = 'hilo.language';

const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    import(`./${language}/${namespace}.json`).then(
      (file: { default: Record<string, string> }) => done(null, file.default),
      (error: Error) => done(error, null),
    );
  },
};

function speak(language: string): void {
  document.documentElement.lang = language;
  localStorage.setItem(KEY, language);
}

/** Starts in the language last used here, else the browser's, else Spanish; `/me` may change it afterwards. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', speak);
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: chooseLanguage([localStorage.getItem(KEY), ...navigator.languages]),
      ns: [...FIRST_NAMESPACES],
      defaultNS: 'shell',
      load: 'currentOnly',
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
}

export function loadNamespaces(namespaces: readonly Namespace[]): Promise<void> {
  return i18next.loadNamespaces([...namespaces]);
}

/** Changes the words of the whole page. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
