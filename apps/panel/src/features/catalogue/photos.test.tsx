import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { paste } from '../../testing/choose';
import { problem, writes, type Answering } from '../../testing/shown-panel';
import { anItem } from './testing/an-item';
import { openCatalogue, UPLOADED } from './testing/open-catalogue';

const sofa = anItem({ images: ['/demo/sofa.png', 'https://fotos.example/lado.jpg'] });
const picture = new File(['bytes'], 'sofa.png', { type: 'image/png' });

async function form(answer?: Answering) {
  const panel = await openCatalogue('/catalogo/SOF-3', [sofa], { answer });
  await panel.user.click(await screen.findByRole('button', { name: 'Editar' }));
  const sheet = within(await screen.findByRole('dialog', { name: 'Editar ítem' }));
  return {
    ...panel,
    sheet,
    shown: () => sheet.queryAllByRole('img', { name: /^Foto \d/ }).map((one) => one.getAttribute('src')),
    choose: (...files: File[]) => panel.user.upload(sheet.getByLabelText('Elegir fotos'), files),
    save: () => panel.user.click(sheet.getByRole('button', { name: 'Guardar' })),
  };
}
const changes = (received: Parameters<typeof writes>[0]) => writes(received).filter(([method]) => method === 'PATCH');

describe('the photos of an item', () => {
  it('are shown from our own host alone', async () => {
    const { shown, sheet } = await form();
    expect(shown()).toEqual(['/demo/sofa.png']);
    expect(sheet.getByLabelText<HTMLTextAreaElement>(/^Direcciones de fotos/).value).toBe(
      'https://fotos.example/lado.jpg',
    );
    expect(await violations(screen.getByRole('dialog'))).toEqual([]);
  });

  it('are uploaded, shown, and kept with the item', async () => {
    const { choose, shown, save, received } = await form();
    await choose(picture);
    await waitFor(() => expect(shown()).toEqual(['/demo/sofa.png', UPLOADED]));
    const sent = received.find(({ path }) => path === '/catalogue/photos')?.body as FormData;
    expect((sent.get('file') as File).name).toBe('sofa.png');
    await save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(changes(received)).toEqual([
      ['PATCH', '/catalogue/i1', { images: ['/demo/sofa.png', UPLOADED, 'https://fotos.example/lado.jpg'] }],
    ]);
  });

  it('are there once, however often the same one is chosen', async () => {
    const { choose, shown, received } = await form();
    await choose(picture, picture);
    await waitFor(() => expect(received.filter(({ path }) => path === '/catalogue/photos')).toHaveLength(2));
    await waitFor(() => expect(shown()).toEqual(['/demo/sofa.png', UPLOADED]));
  });

  it('are taken away one by one', async () => {
    const { user, sheet, shown, save, received } = await form();
    await user.click(sheet.getByRole('button', { name: 'Quitar la foto 1' }));
    expect(shown()).toEqual([]);
    await save();
    await waitFor(() =>
      expect(changes(received)).toEqual([['PATCH', '/catalogue/i1', { images: ['https://fotos.example/lado.jpg'] }]]),
    );
  });

  it('say why one was not taken, and lose nothing of the form', async () => {
    const { user, sheet, choose, shown } = await form(({ path }) =>
      path === '/catalogue/photos' ? problem(415, 'media_type_refused') : undefined,
    );
    await paste(user, sheet.getByLabelText('Nombre'), ' gris');
    await choose(picture);
    expect((await sheet.findByRole('alert')).textContent).toBe('Este tipo de archivo no se acepta.');
    expect(shown()).toEqual(['/demo/sofa.png']);
    expect(sheet.getByLabelText<HTMLInputElement>('Nombre').value).toBe('Sofá de tres puestos gris');
  });
});
