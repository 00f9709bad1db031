import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { ContactsHttpModule } from '../contacts-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, ContactsHttpModule]);
});
afterAll(() => host.close());

describe('the address book', () => {
  describeAccess(
    () => host,
    ['/contacts'],
    {
      'GET /contacts': { roles: 'asvm', key: 'contacts:read' },
      'GET /contacts/merge-suggestions': { roles: 'asvm', key: 'contacts:read' },
      'GET /contacts/:id': { roles: 'asvm', key: 'contacts:read' },
      'GET /contacts/:id/consents': { roles: 'asvm', key: 'contacts:read' },
      'POST /contacts': { roles: 'asvm', key: 'contacts:write' },
      'PATCH /contacts/:id': { roles: 'asvm', key: 'contacts:write' },
      'POST /contacts/:id/consents': { roles: 'asvm', key: 'contacts:write' },
    },
    ['contact', 'contact_identity', 'consent_entry', 'consent_state', 'audit_entry', 'outbox'],
  );
});
