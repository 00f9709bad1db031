import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { drafts } from '../../app/runtime';
import { bar, composerWithFiles, items, paste, photo, send, taking } from './testing/composer-with-files';
import { fakeUploads, fileOf } from './testing/fake-uploads';
import { inboxPage, messageBox } from './testing/inbox-page';
import { conversation } from './testing/samples';

const page = inboxPage();
const uploads = fakeUploads();
const open = composerWithFiles(page);

describe('files on their way up', () => {
  it('say whose they are, and end the session when the cookie is somebody else’s by now', async () => {
    await open();
    paste(photo());
    await bar();
    expect(uploads.at(0).headers.get('x-hilo-person')).toBe('u1');
    await uploads.at(0).answered(401, { code: 'another_person', status: 401 });
    expect(await screen.findByRole('dialog', { name: 'La sesión terminó' })).toBeTruthy();
  });

  it('say how far they got, and nothing leaves before they are there', async () => {
    const { user } = await open();
    paste(photo());
    const progress = await screen.findByRole('progressbar', { name: 'Subiendo foto.jpg' });
    uploads.at(0).goesUp(0.4);
    await waitFor(() => expect(progress.getAttribute('aria-valuenow')).toBe('40'));
    expect(send().getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByText('Espera: hay archivos subiendo')).toBeTruthy();
    await user.click(send());
    await user.type(messageBox(), 'mira{Enter}');
    expect([page.sent(), messageBox().value]).toEqual([[], 'mira']);
  });

  it('leave with the words as caption, what they answer, and clear the table', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Acciones del mensaje' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Responder a este' }));
    await user.type(messageBox(), ' Así llegó ');
    paste(photo());
    await bar();
    await uploads.at(0).stored('f1');
    await user.click(send());
    await waitFor(() =>
      expect(page.sent()).toEqual([
        { type: 'image', mediaId: 'f1', caption: 'Así llegó', replyToMessageId: 'm1', expectedLastMessageId: 'm1' },
      ]),
    );
    expect([messageBox().value, screen.queryByRole('list', { name: 'Archivos por enviar' })]).toEqual(['', null]);
    expect(screen.queryByText(/Responde a/)).toBeNull();
  });

  it('leave in the order they were put, each with its own words, the text by itself when the first has words', async () => {
    const { user } = await open();
    paste(photo('a.jpg'), photo('b.jpg'));
    await bar();
    await uploads.at(0).stored('f1');
    await uploads.at(1).stored('f2');
    await user.type(screen.getByRole('textbox', { name: 'Texto de a.jpg' }), 'frente');
    await user.type(screen.getByRole('textbox', { name: 'Texto de b.jpg' }), 'dorso');
    await user.type(messageBox(), '¿Qué te parece?');
    await user.click(send());
    await waitFor(() => expect(page.sent()).toHaveLength(3));
    expect(page.sent()).toEqual([
      expect.objectContaining({ mediaId: 'f1', caption: 'frente' }),
      { type: 'image', mediaId: 'f2', caption: 'dorso' },
      { type: 'text', text: '¿Qué te parece?' },
    ]);
  });

  it('as sound take no caption: the words follow by themselves', async () => {
    const { user } = await open({ conversations: [taking(['text', 'audio'])] });
    paste(fileOf('voz.ogg', 'audio/ogg; codecs=opus'));
    await bar();
    await uploads.at(0).stored('f1');
    expect(screen.queryByRole('textbox', { name: 'Texto de voz.ogg' })).toBeNull();
    await user.type(messageBox(), 'Te explico');
    await user.click(send());
    await waitFor(() => expect(page.sent()).toHaveLength(2));
    expect(page.sent()).toEqual([
      { type: 'audio', mediaId: 'f1', expectedLastMessageId: 'm1' },
      { type: 'text', text: 'Te explico' },
    ]);
  });

  it('do not carry words that are too long for a caption: they follow by themselves', async () => {
    await open();
    const long = 'palabra '.repeat(140).trim();
    act(() => drafts.write('c1', 'reply', long));
    paste(photo());
    await bar();
    await uploads.at(0).stored('f1');
    fireEvent.click(send());
    await waitFor(() => expect(page.sent()).toHaveLength(2));
    expect(page.sent()[1]).toEqual({ type: 'text', text: long });
  });

  it('leave once, however often Send is pressed', async () => {
    await open();
    paste(photo());
    await bar();
    await uploads.at(0).stored('f1');
    fireEvent.click(send());
    fireEvent.click(send());
    await waitFor(() => expect(page.sent()).toHaveLength(1));
    expect(screen.queryByRole('list', { name: 'Archivos por enviar' })).toBeNull();
  });
});

describe('files that did not go up', () => {
  it.each([
    ['without an answer', () => uploads.at(0).lost(), 'No hay respuesta del servidor. Revisa la conexión.'],
    [
      'refused in words we know',
      () => uploads.at(0).answered(413, { code: 'too_large', status: 413 }),
      /demasiado grande/,
    ],
    [
      'refused in words we do not know',
      () => uploads.at(0).answered(400, { code: 'virus_found', status: 400 }),
      /Algo salió mal/,
    ],
  ])('%s: say why', async (_how, fail, words) => {
    await open();
    paste(photo());
    await bar();
    await fail();
    expect(within((await items())[0] as HTMLElement).getByText(words)).toBeTruthy();
  });

  it('are tried again with the same file, and then leave', async () => {
    const { user } = await open();
    paste(photo());
    await bar();
    await uploads.at(0).lost();
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(uploads.at(1).file?.name).toBe('foto.jpg');
    await uploads.at(1).stored('f9');
    await user.click(send());
    await waitFor(() => expect(page.sent()).toEqual([expect.objectContaining({ mediaId: 'f9' })]));
  });

  it('stop going up when they are taken away, and when the conversation is left', async () => {
    const { user, router } = await open({ conversations: [conversation(), conversation({ id: 'c2' })] });
    paste(photo('a.jpg'), photo('b.jpg'));
    await bar();
    await user.click(screen.getByRole('button', { name: 'Quitar a.jpg' }));
    expect(uploads.all().map(({ aborted }) => aborted)).toEqual([true, false]);
    await act(() => router.navigate({ to: '/bandeja/$id', params: { id: 'c2' } }));
    await waitFor(() => expect(uploads.at(1).aborted).toBe(true));
    expect(screen.queryByRole('list', { name: 'Archivos por enviar' })).toBeNull();
  });
});
