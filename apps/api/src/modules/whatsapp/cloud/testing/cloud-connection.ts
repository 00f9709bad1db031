import type { ChannelConnection } from '../../../channels/index.js';

export function cloudConnection(baseUrl: string): ChannelConnection {
  return {
    channelId: '0198c0de-0000-7000-8000-000000000001',
    kind: 'whatsapp_cloud',
    address: '441785372345678',
    accountId: '215589313241560883',
    country: 'AR',
    baseUrl,
    credentials: { accessToken: 'EAAG-secret-token', appSecret: 'app-secret-value' },
  };
}
