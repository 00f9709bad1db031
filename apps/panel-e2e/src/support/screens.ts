import type { Page } from '@playwright/test';
import { administrator, api, type Credentials, LUCIA, PAULA } from './person.js';

export interface Screen {
  /** In docs/screens. */
  name: string;
  /** Absent: nobody has signed in. */
  who?: () => Credentials;
  address: string | ((page: Page) => Promise<string>);
  /** What else is opened on it, by keys that answer on a desk and on a phone alike. */
  open?: (page: Page) => Promise<void>;
  /** The heading of what was opened. */
  heading?: string | RegExp;
}

interface Named {
  id: string;
  name?: string;
  contact?: { name: string } | null;
  sku?: string;
}

const lucia = (): Credentials => LUCIA;
const paula = (): Credentials => PAULA;

const first = async (page: Page, path: string, fits: (one: Named) => boolean): Promise<Named> => {
  const { data } = await api<{ data: Named[] }>(page.request, path);
  const found = data.find(fits) ?? data[0];
  if (!found) throw new Error(`the demo shop has nothing at ${path}`);
  return found;
};

const conversation =
  (name: string) =>
  async (page: Page): Promise<string> =>
    `/bandeja/${(await first(page, '/conversations?view=all&limit=100', ({ contact }) => contact?.name === name)).id}?vista=todos`;
const CHATTED = conversation('Carolina Espín');

/** Out of the text field, where letters are letters. */
const press =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('region', { name: 'Mensajes' }).locator('time').nth(1).waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of keys) await page.keyboard.press(key);
  };

const key =
  (name: string) =>
  (page: Page): Promise<void> =>
    page.keyboard.press(name);

/** What opens over the screen, its code fetched only then. */
const shown =
  (open: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await open(page);
    await page.getByRole('dialog').first().waitFor();
  };

const click =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name }).first().click();

const inbox: Screen[] = [
  { name: 'bandeja', who: lucia, address: '/bandeja?vista=todos' },
  { name: 'bandeja-tablero', who: lucia, address: '/bandeja?modo=kanban&vista=todos' },
  { name: 'bandeja-filtros', who: lucia, address: '/bandeja?vista=todos', open: key('f'), heading: 'Filtros' },
  { name: 'conversacion', who: paula, address: CHATTED, open: press() },
  { name: 'conversacion-cliente', who: paula, address: CHATTED, open: click(/Carolina Espín/) },
  { name: 'conversacion-asignar', who: paula, address: CHATTED, open: press('a'), heading: 'Asignar o transferir' },
  { name: 'conversacion-cerrar', who: paula, address: CHATTED, open: press('e'), heading: /Cerrar la conversación/ },
  { name: 'conversacion-posponer', who: paula, address: CHATTED, open: press('h'), heading: 'Poner en seguimiento' },
  { name: 'conversacion-nota', who: paula, address: CHATTED, open: press('n') },
  { name: 'conversacion-emojis', who: paula, address: CHATTED, open: shown(click('Emojis')) },
  { name: 'conversacion-plantilla', who: paula, address: conversation('Pamela Ruales'), open: press() },
  {
    name: 'conversacion-plantillas',
    who: paula,
    address: conversation('Pamela Ruales'),
    open: click(/Enviar plantilla/),
    heading: /plantilla/i,
  },
  { name: 'conversacion-perdida', who: paula, address: '/bandeja/01a22000-0000-7000-8000-000000000000' },
];

const shop: Screen[] = [
  { name: 'leads', who: lucia, address: '/leads' },
  { name: 'leads-tabla', who: lucia, address: '/leads?modo=tabla' },
  {
    name: 'lead',
    who: lucia,
    address: async (page) =>
      `/leads/${(await first(page, '/leads?limit=100', ({ contact }) => contact?.name === 'Carolina Espín')).id}`,
  },
  { name: 'lead-nuevo', who: lucia, address: '/leads', open: key('n'), heading: 'Nuevo lead' },
  { name: 'enlaces', who: lucia, address: '/enlaces' },
  {
    name: 'enlace',
    who: lucia,
    address: async (page) => `/enlaces/${(await first(page, '/links?limit=50', () => true)).id}`,
  },
  { name: 'enlace-qr', who: lucia, address: '/enlaces', open: click(/^Código QR de/), heading: 'Código QR' },
  { name: 'enlace-nuevo', who: lucia, address: '/enlaces/nuevo' },
  { name: 'catalogo', who: lucia, address: '/catalogo' },
  {
    name: 'articulo',
    who: lucia,
    address: async (page) =>
      `/catalogo/${(await first(page, '/catalogue?limit=100', ({ name }) => name?.startsWith('iPhone') === true)).sku}`,
  },
  { name: 'articulo-nuevo', who: lucia, address: '/catalogo', open: shown(key('n')) },
  { name: 'simulador', who: lucia, address: '/simulador' },
  {
    name: 'simulador-telefono',
    who: lucia,
    address: async (page) =>
      `/simulador?cliente=${encodeURIComponent((await first(page, '/simulator/phone/customers', ({ name }) => name === 'Carolina Espín')).id)}`,
  },
  {
    name: 'simulador-cliente-nuevo',
    who: lucia,
    address: '/simulador',
    open: click('Crear un cliente'),
    heading: 'Crear un cliente de prueba',
  },
];

const settings: Screen[] = [
  'perfil',
  'canales',
  'usuarios',
  'equipos',
  'reparto',
  'claves-api',
  'negocio',
  'estado',
  'auditoria',
].map((section) => ({
  name: `ajustes-${section}`,
  who: administrator,
  address: `/ajustes/${section}`,
}));

const shell: Screen[] = [
  { name: 'entrar', address: '/entrar' },
  { name: 'galeria', who: lucia, address: '/_ui' },
  { name: 'buscar', who: lucia, address: '/leads', open: shown(key('Control+k')) },
  { name: 'atajos', who: lucia, address: '/bandeja', open: key('?'), heading: 'Atajos de teclado' },
  { name: 'avisos', who: lucia, address: '/bandeja', open: shown(click(/^Notificaciones/)) },
  { name: 'sin-permiso', who: paula, address: '/ajustes/claves-api' },
  { name: 'no-encontrada', who: paula, address: '/nada/de/nada' },
];

/** Every screen, and what opens on it. */
export const SCREENS: readonly Screen[] = [...shell, ...inbox, ...shop, ...settings];
