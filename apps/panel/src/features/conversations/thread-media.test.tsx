import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Message, MessageMedia } from './model/message';
import { inboxPage } from './testing/inbox-page';
import { hear } from './testing/open-inbox';
import { later, message } from './testing/samples';

const page = inboxPage();
const media = (over: Partial<MessageMedia> = {}): MessageMedia => ({
  id: 'f1',
  state: 'ready',
  url: '/media/f1',
  thumbnailUrl: null,
  contentType: 'image/jpeg',
  size: 2_400_000,
  fileName: null,
  width: 1600,
  height: 900,
  durationS: null,
  reason: null,
  ...over,
});
const picture = (id: string, minutes: number, over: Partial<Message> = {}) =>
  message({ id, at: later(minutes), type: 'image', text: null, media: media({ id, url: `/media/${id}` }), ...over });
const open = async (messages: Message[]) => {
  const panel = await page.open('/bandeja/c1', { messages });
  await screen.findByText('Aquí empieza la conversación');
  return panel;
};
const bubble = (id: string) => document.getElementById(`message-${id}`) as HTMLElement;

describe('pictures', () => {
  it('reserve their own shape, show the small one first, and never more than a bubble holds', async () => {
    await open([picture('m1', 0, { media: media({ thumbnailUrl: '/media/f1/small' }) })]);
    const image = within(bubble('m1')).getByRole('img', { name: 'Foto' });
    expect(['src', 'width', 'height', 'loading'].map((name) => image.getAttribute(name))).toEqual([
      '/media/f1/small',
      '320',
      '180',
      'lazy',
    ]);
  });

  it.each([
    [null, null, '240', '180'],
    [100, 2000, '96', '360'],
    [50, 50, '96', '72'],
  ])('of %p × %p get a box of %p × %p', async (width, height, wide, tall) => {
    await open([picture('m1', 0, { media: media({ width, height }) })]);
    const image = within(bubble('m1')).getByRole('img');
    expect([image.getAttribute('width'), image.getAttribute('height')]).toEqual([wide, tall]);
  });

  it('are named by their caption, which stands below', async () => {
    await open([picture('m1', 0, { text: 'Mi sala' })]);
    expect(screen.getByRole('button', { name: 'Ampliar: Mi sala' })).toBeTruthy();
    expect(within(bubble('m1')).getByText('Mi sala')).toBeTruthy();
  });

  it('open large, are walked with the arrows and the buttons, and stop at both ends', async () => {
    const { user } = await open([picture('m1', 0), picture('m2', 1, { text: 'La del medio' }), picture('m3', 2)]);
    await user.click(within(bubble('m2')).getByRole('button', { name: /Ampliar/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Imagen 2 de 3' });
    expect(within(dialog).getByRole('img').getAttribute('src')).toBe('/media/m2');
    expect(within(dialog).getByRole('link', { name: 'Descargar' }).getAttribute('href')).toBe('/media/m2');
    expect(await violations(dialog)).toEqual([]);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(await screen.findByRole('dialog', { name: 'Imagen 3 de 3' })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Siguiente' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Anterior' }));
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(await screen.findByRole('dialog', { name: 'Imagen 1 de 3' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('count one that comes while a picture is large', async () => {
    const { user } = await open([picture('m1', 0)]);
    await user.click(screen.getByRole('button', { name: /Ampliar/ }));
    await screen.findByRole('dialog', { name: 'Imagen 1 de 1' });
    act(() => hear('message.created', picture('m2', 1)));
    expect(await screen.findByRole('dialog', { name: 'Imagen 1 de 2' })).toBeTruthy();
  });

  it('are not walked to while they are not there', async () => {
    const { user } = await open([
      picture('m1', 0),
      picture('m2', 1, { media: media({ state: 'pending', url: null }) }),
    ]);
    await user.click(within(bubble('m1')).getByRole('button', { name: /Ampliar/ }));
    expect(await screen.findByRole('dialog', { name: 'Imagen 1 de 1' })).toBeTruthy();
  });

  it('as stickers are small, say so, and have no words below', async () => {
    await open([picture('m1', 0, { type: 'sticker', text: 'nada' })]);
    expect(within(bubble('m1')).getByRole('img').getAttribute('width')).toBe('140');
    expect(within(bubble('m1')).queryByText('nada')).toBeNull();
  });
});

describe('files that are not there', () => {
  it.each([
    ['pending', 'Descargando el archivo…'],
    ['failed', 'El archivo no se pudo descargar'],
  ] as const)('%s: says so in their place', async (state, words) => {
    await open(
      (['image', 'video', 'audio', 'document', 'sticker'] as const).map((type, index) =>
        message({ id: `m${index}`, at: later(index * 10), type, text: null, media: media({ state, url: null }) }),
      ),
    );
    expect(screen.getAllByText(words)).toHaveLength(5);
    expect(screen.queryByRole('button', { name: /Ampliar/ })).toBeNull();
  });

  it('without any word about them wait too', async () => {
    await open([message({ type: 'image', text: null, media: null })]);
    expect(screen.getByText('Descargando el archivo…')).toBeTruthy();
  });

  it('come into their place as soon as they are there', async () => {
    await open([picture('m1', 0, { media: media({ state: 'pending', url: null }) })]);
    act(() => hear('message.updated', picture('m1', 0)));
    expect(await screen.findByRole('button', { name: 'Ampliar: Foto' })).toBeTruthy();
  });
});

describe('documents', () => {
  it.each([
    [
      media({ fileName: 'cotización.pdf', contentType: 'application/pdf' }),
      'Descargar cotización.pdf',
      /PDF · 2,3\sMB/,
    ],
    [media({ fileName: null, contentType: null, size: null }), 'Descargar Documento', /^Documento$/],
    [
      media({
        fileName: 'precios.xlsx',
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        size: 900,
      }),
      'Descargar precios.xlsx',
      /SHEET · 1\skB/,
    ],
  ])('%#: lead to the file with what it is and how large', async (file, name, details) => {
    await open([message({ type: 'document', text: file.fileName, media: file })]);
    const link = screen.getByRole('link', { name });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/media/f1', '_blank']);
    expect(link.textContent).toMatch(details);
    expect(within(bubble('m1')).queryAllByText(file.fileName ?? 'never')).toHaveLength(file.fileName ? 1 : 0);
  });

  it('show a caption that is not just the name of the file', async () => {
    await open([message({ type: 'document', text: 'Revisar la página 2', media: media({ fileName: 'a.pdf' }) })]);
    expect(screen.getByText('Revisar la página 2')).toBeTruthy();
  });
});

describe('sound and film', () => {
  const player = () => bubble('m1').querySelector('audio') as HTMLAudioElement;
  const voice = message({
    type: 'audio',
    text: null,
    content: { voice: true },
    media: media({ contentType: 'audio/ogg', durationS: 72 }),
  });
  /** jsdom plays nothing: this is as much of a player as the buttons need. */
  const playable = (element: HTMLAudioElement, allowed = true) => {
    let paused = true;
    Object.defineProperty(element, 'paused', { get: () => paused });
    element.play = () => {
      if (!allowed) return Promise.reject(new Error('not allowed'));
      paused = false;
      fireEvent.play(element);
      return Promise.resolve();
    };
    element.pause = () => {
      paused = true;
      fireEvent.pause(element);
    };
  };

  it('plays, pauses, says where it stands and goes where it is dragged', async () => {
    const { user } = await open([voice]);
    playable(player());
    expect(bubble('m1').textContent).toContain('1:12');
    await user.click(screen.getByRole('button', { name: 'Reproducir' }));
    player().currentTime = 9;
    fireEvent.timeUpdate(player());
    const position = screen.getByRole('slider', { name: 'Posición' });
    expect(position.getAttribute('aria-valuetext')).toBe('0:09 / 1:12');
    fireEvent.change(position, { target: { value: '30' } });
    expect(player().currentTime).toBe(30);
    await user.click(screen.getByRole('button', { name: 'Pausar' }));
    expect(screen.getByRole('button', { name: 'Reproducir' })).toBeTruthy();
    fireEvent.ended(player());
    expect(position.getAttribute('aria-valuetext')).toBe('0:00 / 1:12');
  });

  it('goes faster by steps and back to one', async () => {
    const { user } = await open([voice]);
    const speeds = [];
    for (const name of ['Velocidad 1×', 'Velocidad 1,5×', 'Velocidad 2×']) {
      await user.click(screen.getByRole('button', { name }));
      speeds.push(player().playbackRate);
    }
    expect(speeds).toEqual([1.5, 2, 1]);
  });

  it('stays at rest where the browser refuses to play', async () => {
    const { user } = await open([voice]);
    playable(player(), false);
    await user.click(screen.getByRole('button', { name: 'Reproducir' }));
    expect(screen.getByRole('button', { name: 'Reproducir' })).toBeTruthy();
  });

  it('believes the file about its length, once it is known', async () => {
    await open([{ ...voice, media: media({ contentType: 'audio/ogg', durationS: null }) }]);
    expect(bubble('m1').textContent).toContain('0:00');
    Object.defineProperty(player(), 'duration', { value: 61, configurable: true });
    fireEvent.loadedMetadata(player());
    await waitFor(() => expect(bubble('m1').textContent).toContain('1:01'));
  });

  it('shows a film with the controls of the browser, named by its words', async () => {
    await open([message({ type: 'video', text: 'Así llegó', media: media({ contentType: 'video/mp4' }) })]);
    const film = bubble('m1').querySelector('video');
    expect([film?.getAttribute('aria-label'), film?.controls, film?.preload]).toEqual(['Así llegó', true, 'metadata']);
  });
});
