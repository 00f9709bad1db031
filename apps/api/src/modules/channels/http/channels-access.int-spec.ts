import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { ChannelsHttpModule } from '../channels-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, ChannelsHttpModule]);
});
afterAll(() => host.close());

describe('channels, their webhooks and the simulator', () => {
  describeAccess(
    () => host,
    ['/channels', '/webhook-events', '/simulator'],
    {
      'GET /channels': { roles: 'asvm', key: 'conversations:read' },
      'GET /channels/:id': { roles: 'asvm', key: 'conversations:read' },
      'GET /channels/problems': { roles: 'as', key: 'webhook-events:read' },
      'POST /channels': { roles: 'a', key: 'channels:manage' },
      'PATCH /channels/:id': { roles: 'a', key: 'channels:manage' },
      'POST /channels/:id/test': { roles: 'a', key: 'channels:manage' },
      'GET /webhook-events': { roles: 'as', key: 'webhook-events:read' },
      'GET /webhook-events/:id': { roles: 'as', key: 'webhook-events:read' },
      'POST /webhook-events/:id/replay': { roles: 'as', key: 'webhook-events:read' },
      'GET /simulator/clock': { roles: 'asvm', key: 'simulator:use' },
      'POST /simulator/clock': { roles: 'asvm', key: 'simulator:use' },
      'GET /simulator/phone/*': { roles: 'asvm', key: 'simulator:use' },
      'POST /simulator/phone/*': { roles: 'asvm', key: 'simulator:use' },
      'DELETE /simulator/phone/*': { roles: 'asvm', key: 'simulator:use' },
      'GET /simulator/control/*': { roles: 'asvm', key: 'simulator:use' },
      'POST /simulator/control/*': { roles: 'asvm', key: 'simulator:use' },
      'DELETE /simulator/control/*': { roles: 'asvm', key: 'simulator:use' },
    },
    ['channel', 'webhook_receipt', 'sandbox_clock', 'audit_entry', 'outbox'],
  );
});
