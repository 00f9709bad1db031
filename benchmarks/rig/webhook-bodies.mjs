import { createHmac } from 'node:crypto';

export const NUMBER = '100200300';
export const ACCOUNT = '900800700';

const seconds = () => Math.floor(Date.now() / 1000);

const enveloped = (value) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: ACCOUNT,
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550001111', phone_number_id: NUMBER },
            ...value,
          },
        },
      ],
    },
  ],
});

/** The customer of a number: who it is can be told from any of its messages, so that a misfiled one is seen in SQL. */
export const customer = (index) => ({ wa_id: String(593_500_000_000 + index), profile: { name: `Cliente ${index}` } });

/**
 * @typedef {{ id: string, customer: number, text?: string, at?: number, over?: object }} WrittenMessage
 * @param {WrittenMessage[]} messages
 */
export const messagesBody = (messages) =>
  enveloped({
    contacts: messages.map(({ customer: index }) => customer(index)),
    messages: messages.map(({ id, customer: index, text, at = seconds(), over }) => ({
      from: customer(index).wa_id,
      id,
      timestamp: String(at),
      type: 'text',
      text: { body: text ?? `hola, soy Cliente ${index}. ¿Tienen envíos a Quito? 📦` },
      ...over,
    })),
  });

/** @param {{ id: string, status: string, customer: number, at?: number }[]} statuses */
export const statusesBody = (statuses) =>
  enveloped({
    statuses: statuses.map(({ id, status, customer: index, at = seconds() }) => ({
      id,
      status,
      timestamp: String(at),
      recipient_id: customer(index).wa_id,
      pricing: { billable: true, pricing_model: 'PMP', category: 'service', type: 'regular' },
    })),
  });

export const signatureOf = (secret, bytes) => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

/**
 * A whole HTTP request, signed and ready to be written to a socket.
 * @param {{ path: string, secret?: string, body: Buffer | string | object, signature?: string | null, headers?: string }} request
 *   signature: another than the right one; null: none
 */
export function signedRequest({ path, secret, body, signature, headers = '' }) {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const proof = signature === undefined ? signatureOf(secret, bytes) : signature;
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${bytes.length}`,
    ...(proof === null ? [] : [`X-Hub-Signature-256: ${proof}`]),
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n${headers}\r\n`), bytes]);
}
