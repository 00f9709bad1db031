import type { WebhookDoor } from '../../channels/index.js';
import { verifySignature } from './signature.js';

/** Meta calls one address per app, for every number of every account: the app secret proves the body. */
export const whatsappDoor: WebhookDoor = {
  name: 'whatsapp',
  kinds: ['whatsapp_cloud'],
  secretName: 'appSecret',
  verify: ({ raw, headers, secret }) => verifySignature(raw, headers['x-hub-signature-256'], secret),
};
