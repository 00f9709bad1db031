import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { LinksHttpModule } from '../links-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, LinksHttpModule]);
});
afterAll(() => host.close());

describe('tracked links', () => {
  describeAccess(
    () => host,
    ['/links'],
    {
      'GET /links': { roles: 'asvm', key: 'links:read' },
      'GET /links/:id': { roles: 'asvm', key: 'links:read' },
      'GET /links/:id/qr': { roles: 'asvm', key: 'links:read' },
      'POST /links': { roles: 'asm', key: 'links:write' },
      'PATCH /links/:id': { roles: 'asm', key: 'links:write' },
      'DELETE /links/:id': { roles: 'asm', key: 'links:write' },
    },
    ['tracked_link', 'link_click', 'audit_entry', 'outbox'],
  );
});
