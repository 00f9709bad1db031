import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../auth-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule]);
});
afterAll(() => host.close());

describe('people, teams, keys and the audit', () => {
  describeAccess(
    () => host,
    ['/auth', '/me', '/users', '/teams', '/api-keys', '/audit'],
    {
      'GET /me': { roles: 'asvm', key: 'none' },
      'PATCH /me': { roles: 'asvm', key: 'none' },
      'GET /auth/sessions': { roles: 'asvm', key: 'none' },
      'DELETE /auth/sessions/:id': { roles: 'asvm', key: 'none' },
      'POST /auth/change-password': { roles: 'asvm', key: 'none' },
      'GET /users': { roles: 'asvm', key: 'conversations:read' },
      'GET /users/:id': { roles: 'asvm', key: 'conversations:read' },
      'POST /users': { roles: 'a', key: 'users:manage' },
      'PATCH /users/:id': { roles: 'a', key: 'users:manage' },
      'GET /teams': { roles: 'asvm', key: 'conversations:read' },
      'GET /teams/:id': { roles: 'asvm', key: 'conversations:read' },
      'POST /teams': { roles: 'a', key: 'users:manage' },
      'PATCH /teams/:id': { roles: 'a', key: 'users:manage' },
      'DELETE /teams/:id': { roles: 'a', key: 'users:manage' },
      'GET /api-keys': { roles: 'a', key: 'keys:manage' },
      'POST /api-keys': { roles: 'a', key: 'keys:manage' },
      'DELETE /api-keys/:id': { roles: 'a', key: 'keys:manage' },
      'GET /audit': { roles: 'as', key: 'audit:read' },
      // The last: it takes away what the others come by.
      'POST /auth/sign-out': { roles: 'asvm', key: 'none' },
    },
    ['team', 'team_member', 'audit_entry'],
  );
});
