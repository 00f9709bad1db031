import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { CatalogueHttpModule } from '../catalogue-http.module.js';

let host: TestApp;
beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, CatalogueHttpModule]);
});
afterAll(() => host.close());

describe('the catalogue and its answers', () => {
  describeAccess(
    () => host,
    ['/catalogue', '/faq'],
    {
      'GET /catalogue': { roles: 'asvm', key: 'catalogue:read' },
      'GET /catalogue/search': { roles: 'asvm', key: 'catalogue:read' },
      'GET /catalogue/:idOrSku': { roles: 'asvm', key: 'catalogue:read' },
      'POST /catalogue': { roles: 'as', key: 'catalogue:write' },
      'PATCH /catalogue/:idOrSku': { roles: 'as', key: 'catalogue:write' },
      'DELETE /catalogue/:idOrSku': { roles: 'as', key: 'catalogue:write' },
      'GET /faq': { roles: 'asvm', key: 'catalogue:read' },
      'POST /faq': { roles: 'as', key: 'catalogue:write' },
      'PATCH /faq/:id': { roles: 'as', key: 'catalogue:write' },
      'DELETE /faq/:id': { roles: 'as', key: 'catalogue:write' },
    },
    ['catalogue_item', 'faq_entry', 'audit_entry', 'outbox'],
  );
});
