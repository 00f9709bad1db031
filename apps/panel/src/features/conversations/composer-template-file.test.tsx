import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { fakeUploads, fileOf } from './testing/fake-uploads';
import { inboxPage } from './testing/inbox-page';
import { template, templateServer } from './testing/template-samples';
import { conversation, later, message } from './testing/samples';

const page = inboxPage();
const uploads = fakeUploads();
const closed = conversation({
  replyPolicy: { kind: 'template', closesAt: later(-60), allowed: ['template'], reason: 'window_closed' },
});
const withFile = (format: 'image' | 'video' | 'document') =>
  template('foto', {
    header: { format, text: null },
    variables: [
      { key: 'header.media', part: 'header', example: null },
      { key: 'detalle', part: 'body', example: null },
    ],
  });
const open = async (format: 'image' | 'video' | 'document' = 'image') => {
  const { user } = await page.open('/bandeja/c1', {
    conversations: [closed],
    messages: [message()],
    answer: templateServer(() => undefined, [withFile(format)]),
  });
  await user.click(await screen.findByRole('button', { name: /^plantilla_foto/ }));
  const dialog = await screen.findByRole('dialog', { name: 'plantilla_foto' });
  const choose = (file: File) =>
    fireEvent.change(within(dialog).getByTestId('template-file'), { target: { files: [file] } });
  const send = () => user.click(within(dialog).getByRole('button', { name: 'Enviar plantilla' }));
  return { user, dialog, choose, send };
};

describe('a template with a file above its words', () => {
  it('is sent with the file that was chosen, stored first', async () => {
    const { user, dialog, choose, send } = await open();
    expect(within(dialog).getByRole('group', { name: 'Imagen del encabezado' })).toBeTruthy();
    expect(within(dialog).queryByRole('textbox', { name: /header\.media/ })).toBeNull();
    expect(await violations(dialog)).toEqual([]);
    choose(fileOf('oferta.png', 'image/png', 200_000));
    uploads.at(0).goesUp(0.5);
    expect(within(dialog).getByRole('progressbar', { name: 'Subiendo el archivo…' })).toBeTruthy();
    expect(dialog.textContent).toContain('oferta.png');
    await uploads.at(0).stored('media-7');
    expect(uploads.at(0).address).toContain('conversationId=c1');
    await user.type(within(dialog).getByRole('textbox', { name: 'Valor de detalle' }), 'hoy');
    await send();
    await waitFor(() =>
      expect(page.sent()).toEqual([
        expect.objectContaining({
          type: 'template',
          templateId: 'foto',
          variables: { 'header.media': 'media-7', detalle: 'hoy' },
        }),
      ]),
    );
  });

  it('does not leave without it, and says so there', async () => {
    const { dialog, user, send } = await open();
    await user.type(within(dialog).getByRole('textbox', { name: 'Valor de detalle' }), 'hoy');
    await send();
    expect(within(dialog).getByRole('alert').textContent).toBe('Falta el archivo');
    expect(page.sent()).toEqual([]);
    expect(await violations(dialog)).toEqual([]);
  });

  it.each([
    ['image', fileOf('carta.pdf', 'application/pdf'), 'No es una imagen JPEG o PNG'],
    ['video', fileOf('foto.png', 'image/png'), 'No es un video MP4 o 3GP'],
    ['document', fileOf('foto.png', 'image/png'), 'No es un PDF'],
    ['image', fileOf('grande.png', 'image/png', 6 * 1024 * 1024), 'Es demasiado grande: el límite es 5 MB'],
    ['image', fileOf('vacio.png', 'image/png', 0), 'El archivo está vacío'],
  ] as const)(
    'refuses for %s what cannot stand there, in words and without a call: %#',
    async (format, file, words) => {
      const { dialog, choose } = await open(format);
      choose(file);
      expect(within(dialog).getByRole('alert').textContent?.replace(/\s/g, ' ')).toBe(words);
      expect(uploads.all()).toEqual([]);
    },
  );

  it('says what the server refused, and takes another file instead of it', async () => {
    const { user, dialog, choose, send } = await open('document');
    choose(fileOf('a.pdf', 'application/pdf'));
    await uploads.at(0).lost();
    expect(within(dialog).getByRole('alert')).toBeTruthy();
    choose(fileOf('b.pdf', 'application/pdf'));
    await uploads.at(1).stored('media-b');
    expect(within(dialog).queryByRole('alert')).toBeNull();
    await user.type(within(dialog).getByRole('textbox', { name: 'Valor de detalle' }), 'hoy');
    await send();
    await waitFor(() =>
      expect(page.sent()).toEqual([
        expect.objectContaining({ variables: { 'header.media': 'media-b', detalle: 'hoy' } }),
      ]),
    );
  });

  it('forgets the first file as soon as another is chosen that cannot stand there', async () => {
    const { dialog, choose, send } = await open();
    choose(fileOf('uno.png', 'image/png'));
    await uploads.at(0).stored('media-1');
    choose(fileOf('dos.gif', 'image/gif'));
    await send();
    expect(within(dialog).getByRole('alert').textContent).toBe('No es una imagen JPEG o PNG');
    expect(page.sent()).toEqual([]);
  });
});
