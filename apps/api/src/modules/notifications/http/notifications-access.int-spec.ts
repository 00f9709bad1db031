import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { NotificationsHttpModule } from '../notifications-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, NotificationsHttpModule]);
});
afterAll(() => host.close());

describe('the bell', () => {
  describeAccess(
    () => host,
    ['/notifications'],
    {
      'GET /notifications': { roles: 'asvm', key: 'none' },
      'POST /notifications/read': { roles: 'asvm', key: 'none' },
    },
    ['notification', 'audit_entry'],
  );
});
