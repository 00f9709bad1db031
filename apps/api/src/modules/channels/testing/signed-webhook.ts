import { createHmac } from 'node:crypto';

export interface WrittenMessage {
  id: string;
  from?: string;
  name?: string;
  text?: string;
  phoneNumberId?: string;
  businessAccountId?: string;
}

/** A webhook body as Meta writes it: these text messages in one. */
export function whatsappBody(messages: readonly WrittenMessage[]): object {
  return {
    object: 'whatsapp_business_account',
    entry: messages.map(
      ({
        id,
        from = '593991112222',
        name = 'Ana',
        text = 'Hola',
        phoneNumberId = '100200300',
        businessAccountId = '900800700',
      }) => ({
        id: businessAccountId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '593990000001', phone_number_id: phoneNumberId },
              contacts: [{ profile: { name }, wa_id: from }],
              messages: [{ from, id, timestamp: '1790000007', type: 'text', text: { body: text } }],
            },
          },
        ],
      }),
    ),
  };
}

/** What arrives at the door when the provider signs these bytes with this secret. */
export function signedWebhook(
  secret: string,
  body: unknown,
): { raw: Buffer; headers: Record<string, string>; url: string } {
  const raw = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const signature = createHmac('sha256', secret).update(raw).digest('hex');
  return {
    raw,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    url: '/webhooks/whatsapp',
  };
}
