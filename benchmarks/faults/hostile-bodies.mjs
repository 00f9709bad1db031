import { ACCOUNT, messagesBody, NUMBER, statusesBody } from '../rig/webhook-bodies.mjs';

const message = (id, over, text) => messagesBody([{ id: `wamid.HOSTILE.${id}`, customer: 600_000, text, over }]);
const value = (inside) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: ACCOUNT,
      changes: [
        {
          field: 'messages',
          value: { messaging_product: 'whatsapp', metadata: { phone_number_id: NUMBER }, ...inside },
        },
      ],
    },
  ],
});
const deep = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const contacts = [{ wa_id: '593500600000', profile: { name: 'Cliente 600000' } }];
const bare = (over) => ({
  from: '593500600000',
  id: `wamid.HOSTILE.${Math.random()}`,
  timestamp: '1790000007',
  type: 'text',
  text: { body: 'hola' },
  ...over,
});

/**
 * Bodies as an enemy, or a provider's bug, would write them. `stored`: text that must be found in the thread afterwards.
 * @type {{ name: string, body: () => string | Buffer | object, stored?: string, refused?: boolean, large?: boolean }[]}
 * refused: any 4xx is right; all others are 200 or 4xx. large: minutes of work for one machine, so only in the full form
 */
export const hostileBodies = [
  { name: 'no JSON', body: () => '{oops' },
  { name: 'nothing', body: () => '' },
  { name: 'only spaces', body: () => '   \n' },
  { name: 'null', body: () => 'null' },
  { name: 'a number', body: () => '42' },
  { name: 'an array', body: () => '[]' },
  { name: 'a text', body: () => '"hola"' },
  { name: 'entry is an object', body: () => ({ object: 'whatsapp_business_account', entry: {} }) },
  { name: 'entry is null', body: () => ({ object: 'whatsapp_business_account', entry: null }) },
  { name: 'an empty entry', body: () => ({ object: 'whatsapp_business_account', entry: [{}] }) },
  {
    name: 'an entry of nulls',
    body: () => ({ object: 'whatsapp_business_account', entry: [null, { changes: [null, { value: null }] }] }),
  },
  {
    name: 'no contacts',
    body: () => value({ messages: [bare({ text: { body: 'sin contactos' } })] }),
    stored: 'sin contactos',
  },
  {
    name: 'contacts of another',
    body: () =>
      value({ contacts: [{ wa_id: '1', profile: { name: 'X' } }], messages: [bare({ text: { body: 'de otro' } })] }),
    stored: 'de otro',
  },
  { name: 'no sender', body: () => value({ contacts, messages: [bare({ from: undefined })] }) },
  { name: 'sender is an object', body: () => value({ contacts, messages: [bare({ from: { $gt: '' } })] }) },
  { name: 'an endless sender', body: () => value({ contacts, messages: [bare({ from: '5'.repeat(100_000) })] }) },
  { name: 'no id', body: () => value({ contacts, messages: [bare({ id: undefined })] }) },
  { name: 'an endless id', body: () => value({ contacts, messages: [bare({ id: 'w'.repeat(1_000_000) })] }) },
  { name: 'an unknown type', body: () => message('type', { type: 'hologram', hologram: {} }) },
  { name: 'no type', body: () => message('untyped', { type: undefined }) },
  { name: 'text without a body', body: () => message('bodyless', { text: {} }) },
  { name: 'text that is a list', body: () => message('list', { text: ['a'] }) },
  { name: 'NUL in a text', body: () => message('nul', {}, 'antes\u0000después'), stored: 'antes' },
  { name: 'a lone surrogate', body: () => message('surrogate', {}, '\ud800 roto'), stored: 'roto' },
  {
    name: 'NUL in a name',
    body: () =>
      value({
        contacts: [{ ...contacts[0], profile: { name: 'Cli\u0000ente' } }],
        messages: [bare({ from: '593500600001', text: { body: 'nombre raro' } })],
      }),
    stored: 'nombre raro',
  },
  { name: 'NUL in an id', body: () => message('a\u0000b', {}) },
  {
    name: 'bytes that are no UTF-8',
    body: () =>
      Buffer.concat([
        Buffer.from(JSON.stringify(message('utf8', {}, 'X'))).subarray(0, 300),
        Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
        Buffer.from('"}}]'),
      ]),
  },
  { name: 'nested 100,000 deep', body: () => `{"object":"whatsapp_business_account","entry":${deep(100_000)}}` },
  {
    name: 'a message nested 5,000 deep',
    body: () => JSON.stringify(message('deep', { text: '@' })).replace('"@"', deep(5000)),
  },
  { name: 'a text of 3 MB', body: () => message('large', {}, 'x'.repeat(3_000_000)) },
  { name: '20 MB', body: () => message('huge', {}, 'x'.repeat(20_000_000)), refused: true },
  {
    name: '40,000 statuses in one body',
    large: true,
    body: () =>
      value({ statuses: Array.from({ length: 40_000 }, (_, index) => ({ id: `s${index}`, status: 'sent' })) }),
  },
  {
    name: 'a thousand messages, one of them poison',
    body: () =>
      messagesBody(
        Array.from({ length: 1000 }, (_, index) => ({
          id: `wamid.MANY.${index}`,
          customer: 601_000 + index,
          ...(index === 500 && { over: { from: null, text: 7, timestamp: {} } }),
        })),
      ),
    stored: 'soy Cliente 601999',
  },
  {
    name: 'the same id a hundred times in one body',
    body: () => messagesBody(Array.from({ length: 100 }, () => ({ id: 'wamid.SAME', customer: 602_000 }))),
  },
  {
    name: '__proto__',
    body: () =>
      `{"__proto__":{"polluted":1},"object":"whatsapp_business_account","entry":[{"id":"${ACCOUNT}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"${NUMBER}"},"constructor":{"prototype":{"p":1}},"messages":[{"__proto__":{"id":"x"}}]}}]}]}`,
  },
  {
    name: 'a name of 10,000 letters',
    body: () =>
      value({
        contacts: [{ wa_id: '593500600002', profile: { name: 'N'.repeat(10_000) } }],
        messages: [bare({ from: '593500600002', text: { body: 'nombre largo' } })],
      }),
    stored: 'nombre largo',
  },
  { name: 'a time that is none', body: () => message('nan', { timestamp: 'abc' }, 'sin hora'), stored: 'sin hora' },
  {
    name: 'a time far ahead',
    body: () => message('future', { timestamp: '99999999999' }, 'del futuro'),
    stored: 'del futuro',
  },
  { name: 'a time before all times', body: () => message('past', { timestamp: '-99999999999999' }) },
  { name: 'a time beyond numbers', body: () => message('beyond', { timestamp: '1e400' }) },
  { name: 'SQL', body: () => message('sql', {}, `'); drop table message; --`), stored: 'drop table message' },
  {
    name: 'HTML and a formula',
    body: () =>
      value({
        contacts: [{ wa_id: '593500600003', profile: { name: '=HYPERLINK("http://evil.test")' } }],
        messages: [bare({ from: '593500600003', text: { body: '<img src=x onerror=alert(1)>' } })],
      }),
    stored: '<img src=x',
  },
  {
    name: 'a template in the text',
    body: () => message('template', {}, '{{constructor.constructor("return process")()}} ${7*7} {nombre}'),
    stored: '{nombre}',
  },
  { name: 'a status of nobody', body: () => statusesBody([{ id: 'wamid.NEVER', status: 'read', customer: 1 }]) },
  { name: 'a status that is none', body: () => statusesBody([{ id: 'wamid.NEVER', status: 'exploded', customer: 1 }]) },
  {
    name: 'a status of objects',
    body: () => value({ statuses: [{ id: {}, status: [], timestamp: null, errors: 'x' }] }),
  },
  {
    name: 'a reaction to itself',
    body: () =>
      message('self', { type: 'reaction', reaction: { message_id: 'wamid.HOSTILE.self', emoji: '👍'.repeat(1000) } }),
  },
  {
    name: 'media without an id',
    body: () => message('media', { type: 'image', image: { mime_type: 'image/svg+xml' } }),
  },
  {
    name: 'media from the inside',
    body: () =>
      message('ssrf', {
        type: 'image',
        image: { id: '../../me', mime_type: 'image/png', url: 'http://169.254.169.254/latest/meta-data' },
      }),
  },
  {
    name: 'a place off the globe',
    body: () => message('place', { type: 'location', location: { latitude: 1e308, longitude: 'NaN', name: {} } }),
  },
];
