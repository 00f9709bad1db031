import { describe, expect, it } from '@jest/globals';
import { mediaBody } from './media-body.js';

const remote = { providerMediaId: '77', contentType: 'image/png' };

describe('a file in a message', () => {
  it.each(['image', 'audio', 'video', 'document', 'sticker'] as const)(
    '%s goes by the id of what was uploaded',
    (type) => {
      expect(mediaBody({ type }, { id: '1' })).toEqual({ ok: true, body: { type, [type]: { id: '1' } } });
    },
  );

  it('goes by the id that the provider has of it, else by its address', () => {
    expect(mediaBody({ type: 'image', remote }, undefined)).toMatchObject({ body: { image: { id: '77' } } });
    const linked = { providerMediaId: '', contentType: 'image/png', url: 'https://files.example/a.png' };
    expect(mediaBody({ type: 'image', remote: linked }, undefined)).toMatchObject({
      body: { image: { link: 'https://files.example/a.png' } },
    });
    expect(mediaBody({ type: 'image', remote }, { id: '1' })).toMatchObject({ body: { image: { id: '1' } } });
  });

  it.each([[undefined], [{ providerMediaId: '', contentType: 'image/png' }]])(
    'that is nowhere (%j) is not sent',
    (nowhere) => {
      expect(mediaBody({ type: 'image', ...(nowhere && { remote: nowhere }) }, undefined)).toMatchObject({
        ok: false,
        failure: { code: 'hilo_media_missing', reason: 'media_rejected' },
      });
    },
  );

  it.each(['image', 'video', 'document'] as const)('%s has a caption, as long as it may be', (type) => {
    expect(mediaBody({ type, caption: 'x'.repeat(1024) }, { id: '1' })).toMatchObject({
      ok: true,
      body: { [type]: { caption: 'x'.repeat(1024) } },
    });
    expect(mediaBody({ type, caption: 'x'.repeat(1025) }, { id: '1' })).toMatchObject({
      ok: false,
      failure: { code: 'hilo_text_too_long' },
    });
  });

  it.each(['audio', 'sticker'] as const)('%s has none', (type) => {
    expect(mediaBody({ type, caption: 'x' }, { id: '1' })).toMatchObject({
      ok: false,
      failure: { code: 'hilo_caption_not_allowed' },
    });
  });

  it('tells its name only when it is a document', () => {
    expect(mediaBody({ type: 'document', fileName: 'ours.pdf' }, { id: '1', fileName: 'theirs.pdf' })).toMatchObject({
      body: { document: { filename: 'ours.pdf' } },
    });
    expect(mediaBody({ type: 'document' }, { id: '1', fileName: 'theirs.pdf' })).toMatchObject({
      body: { document: { filename: 'theirs.pdf' } },
    });
    expect(mediaBody({ type: 'image', fileName: 'a.png' }, { id: '1', fileName: 'a.png' })).toEqual({
      ok: true,
      body: { type: 'image', image: { id: '1' } },
    });
  });
});
