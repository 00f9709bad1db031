import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createServedTestApp } from '../../../testing/served-app.js';
import type { TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { CatalogueHttpModule } from '../catalogue-http.module.js';

let host: TestApp;
beforeAll(async () => {
  // Behind the real server: nothing else knows how to read an upload.
  host = await createServedTestApp([AuthHttpModule, CatalogueHttpModule]);
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
      'POST /catalogue/photos': { roles: 'as', key: 'catalogue:write' },
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
