import { afterAll } from '@jest/globals';
import { describeAdapterContract } from '../../channels/testing/adapter-contract.js';
import { expectedChanges } from './testing/expected-changes.js';
import { expectedMessages } from './testing/expected-messages.js';
import { FIXTURE_SECRET, inboundFixtures, outboundFixture, RECEIVED_AT } from './testing/fixtures.js';
import { cloudConnection } from './testing/cloud-connection.js';
import { WhatsappCloudAdapter } from './whatsapp-cloud.adapter.js';
import { whatsappDoor } from './whatsapp-door.js';

const adapter = new WhatsappCloudAdapter();
afterAll(() => adapter.close());

describeAdapterContract({
  adapter,
  door: whatsappDoor,
  url: 'https://hilo.example/webhooks/whatsapp',
  secret: FIXTURE_SECRET,
  receivedAt: RECEIVED_AT,
  parse: (raw) => JSON.parse(raw.toString('utf8')) as unknown,
  inbound: inboundFixtures().map(({ name, raw, signature }) => ({
    name,
    raw,
    headers: { 'x-hub-signature-256': signature },
    events: expectedMessages[name] ?? expectedChanges[name] ?? [],
  })),
  around: (item) => ({
    object: 'whatsapp_business_account',
    entry: [
      item,
      {
        id: 'A',
        changes: [
          item,
          { field: 'messages', value: item },
          { field: 'messages', value: { contacts: [item], messages: [item], statuses: [item], errors: [item] } },
        ],
      },
    ],
  }),
  connection: cloudConnection,
  message: {
    correlationId: 'attempt-1',
    to: { identities: [], phone: '+5491155501234' },
    content: { type: 'text', text: 'Hola' },
  },
  accepted: {
    answer: { status: 200, body: outboundFixture('res_ok') },
    providerMessageId: 'wamid.HBgNZml4dHVyZS1vdXQtNzc=',
  },
});
