import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { BusinessHttpModule } from '../business-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, BusinessHttpModule]);
});
afterAll(() => host.close());

describe('settings and stores', () => {
  describeAccess(
    () => host,
    ['/settings', '/stores'],
    {
      'GET /settings': { roles: 'asvm', key: 'any' },
      'GET /stores': { roles: 'asvm', key: 'any' },
      'PATCH /settings': { roles: 'as', key: 'settings:manage' },
    },
    ['business', 'store', 'audit_entry'],
  );
});
