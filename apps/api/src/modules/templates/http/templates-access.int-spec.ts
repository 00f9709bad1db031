import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { TemplatesHttpModule } from '../templates-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, TemplatesHttpModule]);
});
afterAll(() => host.close());

describe('templates', () => {
  describeAccess(
    () => host,
    ['/templates'],
    {
      'GET /templates': { roles: 'asvm', key: 'templates:read' },
      'GET /templates/:id': { roles: 'asvm', key: 'templates:read' },
      'POST /templates/:id/preview': { roles: 'asvm', key: 'templates:read' },
      'POST /templates/sync': { roles: 'asm', key: 'templates:write' },
    },
    ['message_template', 'audit_entry'],
  );
});
