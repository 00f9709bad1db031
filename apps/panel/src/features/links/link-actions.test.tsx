import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { noAnswer, problem, writes, type Answering } from '../../testing/shown-panel';
import { missingWords, speak } from '../../testing/speak';
import { qrModules } from './model/qr-code';
import type { TrackedLink } from './model/link';
import { aLink } from './testing/a-link';
import { linkNames, MARKETER, openLinks, speaking } from './testing/open-links';

const used = aLink({ id: 'ads', name: 'Ads', version: 4, totals: { clicks: 9, conversations: 0, leads: 0, won: 0 } });

async function more(over: Partial<TrackedLink> = {}, answer?: Answering) {
  const panel = await openLinks('/enlaces', { links: [{ ...used, ...over }] }, answer);
  await panel.user.click(await screen.findByRole('button', { name: 'Más sobre Ads' }));
  return panel;
}

describe('pausing a link', () => {
  it('is one press upon the version that was seen, and is shown', async () => {
    const { user, received } = await more();
    await user.click(await screen.findByRole('menuitem', { name: 'Pausar' }));
    expect(await screen.findByText('Pausado')).toBeTruthy();
    expect(writes(received)).toEqual([['PATCH', '/links/ads', { active: false }]]);
    expect(received.find(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"4"');
  });

  it('is undone the same way', async () => {
    const { user, received } = await more({ active: false });
    expect(screen.getByText('Pausado')).toBeTruthy();
    await user.click(await screen.findByRole('menuitem', { name: 'Activar' }));
    await waitFor(() => expect(screen.queryByText('Pausado')).toBeNull());
    expect(writes(received)).toEqual([['PATCH', '/links/ads', { active: true }]]);
  });

  it.each([
    ['somebody was faster', () => problem(412, 'stale_version'), 'Otra persona lo cambió antes. Se muestra lo último.'],
    ['nobody answers', noAnswer, 'No hay respuesta del servidor. Revisa la conexión.'],
  ])('says why it did not happen when %s', async (_what, answer, words) => {
    const { user } = await more({}, ({ method }) => (method === 'PATCH' ? answer() : undefined));
    await user.click(await screen.findByRole('menuitem', { name: 'Pausar' }));
    expect((await screen.findAllByText('No se pudo cambiar el enlace')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    expect(screen.queryByText('Pausado')).toBeNull();
  });
});

describe('archiving a link', () => {
  const archive = async (over: Partial<TrackedLink> = {}, answer?: Answering) => {
    const panel = await more(over, answer);
    await panel.user.click(await screen.findByRole('menuitem', { name: 'Archivar' }));
    return { ...panel, asked: within(await screen.findByRole('alertdialog', { name: 'Archivar «Ads»' })) };
  };

  it('says what it does before it is done, and is given up by a button', async () => {
    const { user, asked, received } = await archive();
    expect(asked.getByText(/La dirección deja de abrir el chat/)).toBeTruthy();
    await user.click(asked.getByRole('button', { name: 'Cancelar' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(writes(received)).toEqual([]);
  });

  it('keeps one with a history among the archived', async () => {
    const { user, asked } = await archive();
    await user.click(asked.getByRole('button', { name: 'Archivar' }));
    expect((await screen.findAllByText('Enlace archivado')).length).toBeGreaterThan(0);
    await waitFor(() => expect(linkNames()).toEqual([]));
    await user.click(screen.getByRole('switch', { name: 'Archivados' }));
    await waitFor(() => expect(linkNames()).toEqual(['Ads']));
  });

  it('deletes one without, and says so', async () => {
    const { user, asked } = await archive({ totals: { clicks: 0, conversations: 0, leads: 0, won: 0 } });
    await user.click(asked.getByRole('button', { name: 'Archivar' }));
    expect((await screen.findAllByText('Enlace borrado: no tenía historia')).length).toBeGreaterThan(0);
    expect(await screen.findByText('Aún no hay enlaces')).toBeTruthy();
  });

  it('that is refused leaves it in the list', async () => {
    const { user, asked } = await archive({}, ({ method }) =>
      method === 'DELETE' ? problem(403, 'forbidden') : undefined,
    );
    await user.click(asked.getByRole('button', { name: 'Archivar' }));
    expect((await screen.findAllByText('No se pudo cambiar el enlace')).length).toBeGreaterThan(0);
    expect(linkNames()).toEqual(['Ads']);
  });
});

describe('an archived link', () => {
  const archived = { ...used, active: false, archivedAt: '2026-11-28T10:00:00.000Z' };
  const shelf = async (answer?: Answering, shop = {}) => {
    const panel = await openLinks('/enlaces?archivados=si', { links: [archived], ...shop }, answer);
    await screen.findByRole('link', { name: 'Ads' });
    return panel;
  };

  it('is brought back by one press upon the version that was seen', async () => {
    const { user, received } = await shelf();
    await user.click(screen.getByRole('button', { name: 'Restaurar el enlace Ads' }));
    expect((await screen.findAllByText(/^Enlace restaurado/)).length).toBeGreaterThan(0);
    expect(await screen.findByText('No hay enlaces archivados')).toBeTruthy();
    expect(writes(received)).toEqual([['PATCH', '/links/ads', { archived: false }]]);
    expect(received.find(({ method }) => method === 'PATCH')?.headers.get('if-match')).toBe('"4"');
    await user.click(screen.getByRole('switch', { name: 'Archivados' }));
    await waitFor(() => expect(linkNames()).toEqual(['Ads']));
    expect(screen.queryByText('Pausado')).toBeNull();
  });

  it('is neither printed nor changed before', async () => {
    await shelf();
    for (const name of [/QR/, /^Más sobre/]) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('stays where it is while another has its name there, and says so', async () => {
    const { user } = await shelf(({ method }) =>
      method === 'PATCH' ? problem(409, 'duplicate_link', { networks: ['facebook'] }) : undefined,
    );
    await user.click(screen.getByRole('button', { name: 'Restaurar el enlace Ads' }));
    expect((await screen.findAllByText('Ya hay otro enlace con el nombre «Ads» en esa red.')).length).toBeGreaterThan(
      0,
    );
    expect(linkNames()).toEqual(['Ads']);
  });

  it('is only shown to who may not write', async () => {
    await shelf(undefined, { me: { ...MARKETER, permissions: ['links:read'] } });
    expect(screen.queryByRole('button', { name: /Restaurar/ })).toBeNull();
  });
});

describe('taking a link away', () => {
  it('that the browser does not let copy shows the address, to be copied by hand', async () => {
    const { user } = await openLinks('/enlaces', { links: [used] });
    const button = await screen.findByRole('button', { name: 'Copiar el enlace Ads' });
    const clipboard = navigator.clipboard;
    const refusing = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { value: refusing, configurable: true });
    await user.click(button);
    const words = await screen.findAllByText(`El navegador no dejó copiar. La dirección es ${used.shortUrl}`);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    expect(words.length).toBeGreaterThan(0);
  });
});

describe('its QR code', () => {
  const saved: { name: string; type: string; text: Promise<string> }[] = [];
  const kept = { create: URL.createObjectURL, revoke: URL.revokeObjectURL, click: HTMLAnchorElement.prototype.click };
  let blob: Blob | undefined;
  beforeEach(() => {
    saved.length = 0;
    URL.createObjectURL = (given) => {
      blob = given as Blob;
      return 'blob:qr';
    };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const reader = new FileReader();
      const text = new Promise<string>((resolve) => (reader.onload = () => resolve(String(reader.result))));
      if (blob) reader.readAsText(blob);
      saved.push({ name: this.download, type: blob?.type ?? '', text });
    };
  });
  afterEach(() => {
    URL.createObjectURL = kept.create;
    // What was saved is let go a second later: nothing to do for it after its test, but there must be somebody to ask.
    URL.revokeObjectURL = kept.revoke ?? (() => undefined);
    HTMLAnchorElement.prototype.click = kept.click;
  });

  async function code() {
    const panel = await openLinks('/enlaces', { links: [used] });
    await panel.user.click(await screen.findByRole('button', { name: 'Código QR de Ads' }));
    return { ...panel, dialog: within(await screen.findByRole('dialog', { name: 'Código QR' })) };
  }

  it('is drawn dark on white with its margin, and says where it leads', async () => {
    const { dialog } = await code();
    const picture = dialog.getByRole('img', { name: `Código QR que lleva a ${used.shortUrl}` });
    const side = qrModules(used.shortUrl).length;
    expect(picture.getAttribute('viewBox')).toBe(`0 0 ${side} ${side}`);
    expect([
      picture.querySelector('rect')?.getAttribute('fill'),
      picture.querySelector('path')?.getAttribute('fill'),
    ]).toEqual(['white', 'black']);
    expect(dialog.getByText(used.shortUrl)).toBeTruthy();
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  });

  it('is saved as SVG in the chosen size, named after the link', async () => {
    const { dialog, user } = await code();
    await user.click(dialog.getByRole('button', { name: '2048 px' }));
    await user.click(dialog.getByRole('button', { name: 'Descargar SVG' }));
    expect(saved.map(({ name, type }) => [name, type])).toEqual([['qr-k7q2mx4.svg', 'image/svg+xml']]);
    expect(await saved[0]?.text).toContain('width="2048"');
  });

  it('that cannot be drawn as PNG says so', async () => {
    const { dialog, user } = await code();
    await user.click(dialog.getByRole('button', { name: 'Descargar PNG' }));
    expect((await screen.findAllByText('No se pudo crear la imagen')).length).toBeGreaterThan(0);
    expect(saved).toEqual([]);
  });

  it('is closed by Escape', async () => {
    const { user } = await code();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it.each(['en', 'pt-BR'] as const)('has the words of its dialogs in %s', async (language) => {
  await speak(language);
  const { user } = await openLinks('/enlaces', { links: [used], me: speaking(language) });
  await screen.findByRole('link', { name: 'Ads' });
  await user.click(screen.getAllByRole('button', { name: /QR.*Ads/ })[0] as HTMLElement);
  await screen.findByRole('dialog');
  expect(missingWords()).toEqual([]);
});
