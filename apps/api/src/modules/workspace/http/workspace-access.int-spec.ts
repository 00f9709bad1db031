import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, WorkspaceHttpModule]);
});
afterAll(() => host.close());

describe('the workspace', () => {
  describeAccess(
    () => host,
    ['/search', '/sync', '/system', '/links', '/conversations'],
    {
      'GET /search': { roles: 'asvm', key: 'conversations:read' },
      'GET /sync': { roles: 'asvm', key: 'any' },
      'GET /conversations/:id/panel': { roles: 'asvm', key: 'conversations:read' },
      'GET /links/:id/stats': { roles: 'asvm', key: 'links:read' },
      'GET /system/status': { roles: 'as', key: 'system:read' },
      'GET /system/config': { roles: 'as', key: 'system:read' },
    },
    ['conversation', 'message', 'audit_entry'],
  );
});
