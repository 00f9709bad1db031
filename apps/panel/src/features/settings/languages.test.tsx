import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import i18next from 'i18next';
import { act, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from '../../i18n/language';
import { NAMESPACES } from '../../i18n/namespaces';
import { speakSpanish } from '../../testing/words';
import { LATE, openSettings, page } from './testing/open-settings';

jest.setTimeout(120_000);

/** Every key that was asked for and is not there. */
const missing: string[] = [];

beforeAll(async () => {
  await speakSpanish();
  for (const language of LANGUAGES) {
    for (const namespace of NAMESPACES) {
      const file = new URL(`../../i18n/${language}/${namespace}.json`, import.meta.url);
      i18next.addResourceBundle(language, namespace, JSON.parse(readFileSync(file, 'utf8')) as object, true, true);
    }
  }
  i18next.options.saveMissing = true;
  i18next.on('missingKey', (languages, namespace, key) => missing.push(`${String(languages)} ${namespace} ${key}`));
});

let panel: Awaited<ReturnType<typeof openSettings>> | undefined;
afterEach(async () => {
  await panel?.close();
  panel = undefined;
  missing.length = 0;
  await act(() => i18next.changeLanguage('es'));
});

const CHANNEL = {
  id: 'c1',
  kind: 'whatsapp_cloud',
  name: 'Ventas',
  address: '100200300',
  displayAddress: null,
  sandbox: true,
  active: true,
  rate: 1234,
  assistantMode: 'suggest',
  team: null,
  health: { state: 'degraded', reason: 'x', since: null },
  webhookUrl: null,
  lastWebhookAt: '2026-11-20T10:00:00Z',
  credentials: ['a'],
  version: 1,
};
const SETTINGS = {
  business: { name: 'Tienda', timeZone: 'America/Guayaquil', currency: 'USD', country: 'EC', voice: 'es-neutral' },
  stores: [],
  hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
  holidays: [],
  version: 1,
};
const ANSWERS = {
  'GET /settings': { body: SETTINGS },
  'GET /channels': page([CHANNEL]),
  'GET /channels/problems': page([]),
  'GET /auth/sessions': page([]),
  'GET /users': page([]),
  'GET /teams': page([]),
  'GET /api-keys': page([]),
  'GET /audit': page([]),
};

/** Words that only that language has, where a section shows them once its data is there. */
const SAID: Record<Language, { perfil: RegExp; canales: RegExp; negocio: RegExp }> = {
  es: { perfil: /Apariencia/, canales: /por segundo/, negocio: /lunes/ },
  en: { perfil: /Appearance/, canales: /1,234/, negocio: /Monday/ },
  'pt-BR': { perfil: /Aparência/, canales: /por segundo/, negocio: /segunda-feira/ },
};

describe.each(LANGUAGES)('the settings in %s', (language) => {
  it.each(['perfil', 'canales', 'negocio'] as const)('have all their words in %s', async (section) => {
    await act(() => i18next.changeLanguage(language));
    panel = await openSettings(section, ANSWERS);
    expect((await screen.findAllByText(SAID[language][section], {}, LATE)).length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});
