import { describe, expect, it } from '@jest/globals';
import { messageContent } from './message-content.js';

describe('text', () => {
  it.each([['Hola'], [''], ['línea 1\nlínea 2'], ['🙏🏽'], [' spaces '], ['<b>&amp;</b>']])(
    '%j stays as it was written',
    (body) => {
      expect(messageContent({ type: 'text', text: { body } })).toEqual({ type: 'text', text: body });
    },
  );
});

describe('files', () => {
  const remote = { providerMediaId: '19086', contentType: 'image/jpeg' };

  it.each(['image', 'video', 'audio', 'document', 'sticker'] as const)('%s keeps where it can be fetched', (type) => {
    expect(messageContent({ type, [type]: { id: '19086', mime_type: 'image/jpeg' } })).toEqual({ type, remote });
  });

  it('keep everything that is told of them', () => {
    const document = {
      id: 1,
      mime_type: 'application/pdf',
      sha256: 'abc',
      url: 'https://lookaside.fbsbx.com/x',
      caption: 'La cotización',
      filename: 'q.pdf',
    };
    expect(messageContent({ type: 'document', document })).toEqual({
      type: 'document',
      remote: {
        providerMediaId: '1',
        contentType: 'application/pdf',
        sha256: 'abc',
        url: 'https://lookaside.fbsbx.com/x',
      },
      caption: 'La cotización',
      fileName: 'q.pdf',
    });
    expect(messageContent({ type: 'audio', audio: { id: '1', voice: true } })).toMatchObject({
      voice: true,
      remote: { contentType: 'application/octet-stream' },
    });
    expect(messageContent({ type: 'sticker', sticker: { id: '1', animated: true } })).toMatchObject({ animated: true });
    expect(messageContent({ type: 'audio', audio: { id: '1', voice: 'yes', caption: '', filename: '' } })).toEqual({
      type: 'audio',
      remote: { providerMediaId: '1', contentType: 'application/octet-stream' },
    });
  });

  it('cut a name longer than any disk takes', () => {
    expect(messageContent({ type: 'document', document: { id: '1', filename: 'x'.repeat(300) } })).toHaveProperty(
      'fileName',
      'x'.repeat(255),
    );
  });

  it.each([[undefined], [{}], [{ id: '' }], [{ id: null }], ['x'], [[]]])(
    'without an id (%j) are shown as unsupported',
    (image) => {
      expect(messageContent({ type: 'image', image })).toMatchObject({ type: 'unsupported', originalType: 'image' });
    },
  );
});

describe('places', () => {
  it('keep their names', () => {
    const location = {
      latitude: -0.18,
      longitude: -78.47,
      name: 'Tienda',
      address: 'Av. Amazonas',
      url: 'https://maps.example/x',
    };
    expect(messageContent({ type: 'location', location })).toEqual({ type: 'location', ...location });
  });

  it.each([
    [{ latitude: 90, longitude: 180 }, true],
    [{ latitude: -90, longitude: -180 }, true],
    [{ latitude: 0, longitude: 0 }, true],
    [{ latitude: 90.01, longitude: 0 }, false],
    [{ latitude: 0, longitude: -180.5 }, false],
    [{ latitude: '0', longitude: 0 }, false],
    [{ latitude: NaN, longitude: 0 }, false],
    [{ latitude: 1 }, false],
    [undefined, false],
  ])('%j is a place: %s', (location, isPlace) => {
    expect(messageContent({ type: 'location', location }).type).toBe(isPlace ? 'location' : 'unsupported');
  });
});

describe('taps', () => {
  const tap = (interactive: unknown, errors?: unknown) => messageContent({ type: 'interactive', interactive, errors });

  it('name what was tapped', () => {
    expect(tap({ type: 'button_reply', button_reply: { id: 'yes', title: 'Sí' } })).toEqual({
      type: 'interactive',
      kind: 'button_reply',
      id: 'yes',
      title: 'Sí',
    });
    expect(tap({ type: 'list_reply', list_reply: { id: 's10', title: '10:00', description: 'Con Ana' } })).toEqual({
      type: 'interactive',
      kind: 'list_reply',
      id: 's10',
      title: '10:00',
      description: 'Con Ana',
    });
  });

  it.each([
    [undefined],
    [{}],
    [{ type: 'button_reply' }],
    [{ type: 'button_reply', button_reply: { id: 'yes' } }],
    [{ type: 'list_reply', list_reply: { title: 'x' } }],
    [{ type: 'button_reply', list_reply: { id: 'a', title: 'b' } }],
    [{ type: 'nfm_reply' }],
    [{ type: 'toString' }],
  ])('that are not told (%j) stay visible as taps', (interactive) => {
    expect(tap(interactive)).toEqual({
      type: 'interactive',
      kind: 'unknown',
      reason: 'WhatsApp reported an interactive answer without saying which.',
    });
  });

  it('give the reason of WhatsApp when there is one', () => {
    expect(tap({}, [{ code: 131051, title: 'Unsupported', error_data: { details: 'Not this one' } }])).toMatchObject({
      reason: 'Not this one',
    });
  });

  it('on a template tell what its button said', () => {
    expect(messageContent({ type: 'button', button: { payload: 'confirm:1', text: 'Confirmar' } })).toEqual({
      type: 'interactive',
      kind: 'template_button',
      id: 'confirm:1',
      title: 'Confirmar',
    });
    expect(messageContent({ type: 'button', button: { text: 'Confirmar' } })).toMatchObject({
      id: 'Confirmar',
      title: 'Confirmar',
    });
    expect(messageContent({ type: 'button', button: { payload: 'p' } })).toMatchObject({ id: 'p', title: 'p' });
    expect(messageContent({ type: 'button', button: {} })).toMatchObject({
      type: 'unsupported',
      originalType: 'button',
    });
  });

  it.each([
    ['{"color":"rojo"}', { color: 'rojo' }],
    ['[1,2]', {}],
    ['not json', {}],
    [undefined, {}],
    ['null', {}],
  ])('in a form answered %j', (json, values) => {
    const form = tap({ type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Enviado', response_json: json } });
    expect(form).toEqual({ type: 'interactive', kind: 'form_reply', name: 'flow', text: 'Enviado', values });
  });
});

describe('reactions', () => {
  it.each([
    [{ message_id: 'wamid.1', emoji: '👍' }, '👍'],
    [{ message_id: 'wamid.1', emoji: '' }, null],
    [{ message_id: 'wamid.1' }, null],
    [{ message_id: 'wamid.1', emoji: 5 }, null],
  ])('%j', (reaction, emoji) => {
    expect(messageContent({ type: 'reaction', reaction })).toEqual({
      type: 'reaction',
      targetProviderMessageId: 'wamid.1',
      emoji,
    });
  });

  it('to nothing are not supported', () => {
    expect(messageContent({ type: 'reaction', reaction: { emoji: '👍' } }).type).toBe('unsupported');
  });
});

describe('what the system says', () => {
  it.each([
    ['user_changed_number', 'number_changed'],
    ['customer_changed_number', 'number_changed'],
    ['user_changed_user_id', 'identity_changed'],
    ['customer_identity_changed', 'identity_changed'],
    ['group_created', 'other'],
    [undefined, 'other'],
  ])('%s is %s', (type, event) => {
    expect(messageContent({ type: 'system', system: { type, body: 'words' } })).toEqual({
      type: 'system',
      event,
      text: 'words',
    });
  });

  it('without its own object is not supported', () => {
    expect(messageContent({ type: 'system' }).type).toBe('unsupported');
  });
});

describe('what WhatsApp does not hand over', () => {
  it.each([
    [
      { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051, title: 'Message type unknown' }] },
      { originalType: 'poll', providerCode: 131051, reason: 'Message type unknown' },
    ],
    [
      { type: 'unsupported', errors: [{ code: 131060, message: 'Unavailable' }] },
      { originalType: null, providerCode: 131060, reason: 'Unavailable' },
    ],
    [{ type: 'hologram' }, { originalType: 'hologram', providerCode: null }],
    [{}, { originalType: null, providerCode: null }],
    [
      { type: 7, errors: 'x' },
      { originalType: null, providerCode: null },
    ],
    [{ type: '__proto__' }, { originalType: '__proto__' }],
    [{ type: 'constructor' }, { originalType: 'constructor' }],
  ])('%j is shown, never dropped', (message, expected) => {
    const content = messageContent(message);
    expect(content).toMatchObject({ type: 'unsupported', ...expected });
    expect(content).toHaveProperty('reason', expect.stringMatching(/./));
  });
});
