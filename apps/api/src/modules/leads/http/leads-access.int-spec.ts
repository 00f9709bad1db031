import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { LinksHttpModule } from '../../links/index.js';
import { LeadsHttpModule } from '../leads-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, LinksHttpModule, LeadsHttpModule]);
});
afterAll(() => host.close());

describe('leads', () => {
  describeAccess(
    () => host,
    ['/leads'],
    {
      'GET /leads': { roles: 'asvm', key: 'leads:read' },
      'GET /leads/pipeline': { roles: 'asvm', key: 'leads:read' },
      'GET /leads/:id': { roles: 'asvm', key: 'leads:read' },
      'GET /leads/:id/events': { roles: 'asvm', key: 'leads:read' },
      'POST /leads': { roles: 'asv', key: 'leads:write' },
      'PATCH /leads/:id': { roles: 'asv', key: 'leads:write' },
      'POST /leads/:id/assign': { roles: 'asv', key: 'leads:write' },
      'GET /leads/assignment-rule': { roles: 'asvm', key: 'leads:read' },
      'PUT /leads/assignment-rule': { roles: 'as', key: 'settings:manage' },
    },
    ['lead', 'lead_event', 'lead_assignment_rule', 'audit_entry', 'outbox'],
  );
});
