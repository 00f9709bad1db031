import { createHmac } from 'node:crypto';

export interface Door {
  /** Posts these bytes as Meta would; `signature` null sends none. */
  post(body: Buffer | string | object, signature?: string | null): Promise<number>;
}

export const signatureOf = (secret: string, bytes: Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`;

/** The WhatsApp door of the product, with the secret that Meta signs with. */
export function whatsappDoor(origin: string, secret: string): Door {
  return {
    post: async (body, signature) => {
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      const proof = signature === undefined ? signatureOf(secret, bytes) : signature;
      const answer = await fetch(`${origin}/webhooks/whatsapp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(proof !== null && { 'x-hub-signature-256': proof }) },
        body: new Uint8Array(bytes),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
  };
}

export interface WrittenMessage {
  id: string;
  from: string;
  text?: string;
  name?: string;
  /** Unix seconds. */
  at?: number;
  /** Replaces or adds members of the message. */
  over?: object;
}

export const NUMBER = '441785372345678';
export const ACCOUNT = '215589313241560883';

const enveloped = (value: object): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: ACCOUNT,
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '15550001234', phone_number_id: NUMBER },
            ...value,
          },
        },
      ],
    },
  ],
});

/** Messages of customers in one body, as the Cloud API writes them. */
export const messagesBody = (messages: readonly WrittenMessage[]): object =>
  enveloped({
    contacts: messages.map(({ from, name = 'Cliente' }) => ({ wa_id: from, profile: { name } })),
    messages: messages.map(({ id, from, text = 'Hola', at = Math.floor(Date.now() / 1000), over }) => ({
      id,
      from,
      timestamp: String(at),
      type: 'text',
      text: { body: text },
      ...over,
    })),
  });

export interface WrittenStatus {
  id: string;
  status: string;
  to: string;
  at?: number;
  over?: object;
}

export const statusesBody = (statuses: readonly WrittenStatus[]): object =>
  enveloped({
    statuses: statuses.map(({ id, status, to, at = Math.floor(Date.now() / 1000), over }) => ({
      id,
      status,
      timestamp: String(at),
      recipient_id: to,
      ...over,
    })),
  });
