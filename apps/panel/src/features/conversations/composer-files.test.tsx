import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import { LARGEST } from './model/attachment';
import { bar, composerWithFiles, items, paste, photo, send, taking } from './testing/composer-with-files';
import { fakeUploads, fileOf } from './testing/fake-uploads';
import { inboxPage, noteBox } from './testing/inbox-page';

const page = inboxPage();
const uploads = fakeUploads();
const open = composerWithFiles(page);

describe('files come in', () => {
  it('by paste, which then pastes no text', async () => {
    await open();
    expect(paste(photo()).defaultPrevented).toBe(true);
    expect((await items())[0]?.textContent).toMatch(/foto\.jpg/);
    expect(uploads.at(0).address).toBe('/api/v1/media?conversationId=c1');
    expect(uploads.at(0).file?.name).toBe('foto.jpg');
  });

  it('by drag, which says where they may be dropped', async () => {
    await open();
    const area = screen.getByRole('region', { name: 'Escribir' });
    const dataTransfer = { types: ['Files'], files: [photo('a.jpg'), photo('b.jpg')] };
    fireEvent.dragOver(area, { dataTransfer });
    expect(area.className).toContain('outline-dashed');
    fireEvent.dragLeave(area, { dataTransfer });
    expect(area.className).not.toContain('outline-dashed');
    fireEvent.drop(area, { dataTransfer });
    expect(await items()).toHaveLength(2);
  });

  it('by the button, several at once and the same one again', async () => {
    const { user, container } = await open();
    const picker = container.querySelector('input[type=file]') as HTMLInputElement;
    await user.upload(picker, [photo('a.jpg'), fileOf('lista.pdf', 'application/pdf')]);
    expect(await items()).toHaveLength(2);
    await user.upload(picker, photo('a.jpg'));
    expect(await items()).toHaveLength(3);
  });

  it('not into a note, however they are brought', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Nota interna' }));
    expect(screen.queryByRole('button', { name: 'Adjuntar archivos' })).toBeNull();
    fireEvent.paste(noteBox(), { clipboardData: { files: [photo()] } });
    fireEvent.drop(screen.getByRole('region', { name: 'Escribir' }), {
      dataTransfer: { files: [photo()], types: ['Files'] },
    });
    expect(uploads.all()).toEqual([]);
  });

  it('not while words are dragged', async () => {
    await open();
    const area = screen.getByRole('region', { name: 'Escribir' });
    fireEvent.dragOver(area, { dataTransfer: { types: ['text/plain'], files: [] } });
    expect(area.className).not.toContain('outline-dashed');
  });

  it('not by a button where the channel takes no files', async () => {
    await open({ conversations: [taking(['text'])] });
    expect(screen.queryByRole('button', { name: 'Adjuntar archivos' })).toBeNull();
  });
});

describe('files that could never arrive', () => {
  it.each([
    [
      'too large for anything',
      fileOf('cine.zip', 'application/zip', LARGEST.document + 1),
      /Es demasiado grande: el límite es 100\sMB/,
    ],
    ['empty', fileOf('nada.pdf', 'application/pdf', 0), /El archivo está vacío/],
  ])('%s: are told before they go up, and nothing is uploaded', async (_why, file, words) => {
    await open();
    paste(file);
    const [item] = await items();
    expect(item?.textContent).toMatch(words);
    expect(within(item as HTMLElement).queryByRole('button', { name: 'Reintentar' })).toBeNull();
    expect(uploads.all()).toEqual([]);
    expect(await violations(await bar())).toEqual([]);
  });

  it('of a type that the channel does not take say so', async () => {
    await open({ conversations: [taking(['text', 'image'])] });
    paste(fileOf('lista.pdf', 'application/pdf'));
    expect((await items())[0]?.textContent).toContain('El canal no admite este tipo de archivo');
  });

  it('a picture beyond the limit of pictures goes as a document instead', async () => {
    const { user } = await open();
    paste(fileOf('grande.jpg', 'image/jpeg', LARGEST.image + 1));
    await bar();
    await uploads.at(0).stored('f1');
    await user.click(send());
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ type: 'document', mediaId: 'f1' })]));
  });

  it('hold the others back until they are taken away', async () => {
    const { user } = await open();
    paste(photo(), fileOf('nada.pdf', 'application/pdf', 0));
    await bar();
    await uploads.at(0).stored('f1');
    await user.click(send());
    expect(page.sent()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Quitar nada.pdf' }));
    await user.click(send());
    await waitFor(() => expect(page.sent()).toHaveLength(1));
  });
});
