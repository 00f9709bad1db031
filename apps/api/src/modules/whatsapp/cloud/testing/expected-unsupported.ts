import type { ChannelEvent } from '../../../channels/index.js';
import { message } from './received-message.js';

export const expectedUnsupported: Record<string, ChannelEvent[]> = {
  '33_unsupported_131051': [
    message(33, {
      type: 'unsupported',
      originalType: 'poll_creation',
      providerCode: 131051,
      reason: 'Message type is currently not supported.',
    }),
  ],
  '34_unsupported_131060': [
    message(34, {
      type: 'unsupported',
      originalType: 'media_placeholder',
      providerCode: 131060,
      reason: 'This message is currently unavailable.',
    }),
  ],
};
