import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeAccess } from '../../../testing/access-table.js';
import { createServedTestApp } from '../../../testing/served-app.js';
import type { TestApp } from '../../../testing/test-app.js';
import { AuthHttpModule } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { ConversationsHttpModule } from '../conversations-http.module.js';

let host: TestApp;
beforeAll(async () => {
  // Behind the real server: nothing else knows how to read an upload.
  host = await createServedTestApp([AuthHttpModule, WhatsappModule, ConversationsHttpModule]);
});
afterAll(() => host.close());

describe('conversations', () => {
  describeAccess(
    () => host,
    ['/conversations', '/media'],
    {
      'GET /conversations': { roles: 'asvm', key: 'conversations:read' },
      'GET /conversations/counts': { roles: 'asvm', key: 'conversations:read' },
      'GET /conversations/:id': { roles: 'asvm', key: 'conversations:read' },
      'GET /conversations/:id/messages': { roles: 'asvm', key: 'conversations:read' },
      'GET /conversations/:id/messages/:messageId/attempts': { roles: 'asvm', key: 'conversations:read' },
      'GET /conversations/:id/can-send': { roles: 'asvm', key: 'conversations:read' },
      'POST /conversations/:id/read': { roles: 'asvm', key: 'none' },
      'POST /conversations/:id/unread': { roles: 'asvm', key: 'none' },
      'PATCH /conversations/:id': { roles: 'asv', key: 'conversations:write' },
      'POST /conversations/:id/assign': { roles: 'asv', key: 'conversations:write' },
      'PUT /conversations/:id/assistant': { roles: 'asv', key: 'conversations:write' },
      'POST /conversations/:id/notes': { roles: 'asv', key: 'none' },
      'POST /conversations/:id/claim': { roles: 'asv', key: 'none' },
      'GET /conversations/:id/draft': { roles: 'asv', key: 'none' },
      'PUT /conversations/:id/draft': { roles: 'asv', key: 'none' },
      'POST /conversations/:id/messages': { roles: 'asv', key: 'messages:send' },
      'POST /conversations/:id/messages/:messageId/retry': { roles: 'asv', key: 'messages:send' },
      'POST /media': { roles: 'asv', key: 'messages:send' },
    },
    ['conversation', 'message', 'conversation_seen', 'conversation_draft', 'media_asset', 'audit_entry', 'outbox'],
  );
});
