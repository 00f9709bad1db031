import { Sql } from '../../../platform/database/sql.js';
import { createTestApp, type TestApp, type TestAnswer, type TestRequest } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule, type Permission } from '../../auth/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { ChannelsHttpModule } from '../channels-http.module.js';
import { type NewChannel, ChannelSetup } from '../services/channel-setup.js';
import type { ChannelCard } from '../services/channels.js';

export const APP_SECRET = 'a-secret-of-thirty-two-characters';

export interface ChannelApp extends TestApp {
  sql: Sql;
  channel: ChannelCard;
  addChannel(over?: Partial<NewChannel>): Promise<ChannelCard>;
  /** A key of a system that holds these scopes, as its header says it. */
  bearer(scopes: readonly Permission[]): Promise<string>;
  /** Asks as such a system. */
  as(
    scopes: readonly Permission[],
  ): Promise<<T = Record<string, unknown>>(request: TestRequest) => Promise<TestAnswer<T>>>;
}

/** The channels on the real platform, with one number connected. */
export async function startChannelApp(env: Readonly<Record<string, string>> = {}): Promise<ChannelApp> {
  const app = await createTestApp([AuthHttpModule, ChannelsHttpModule, WhatsappModule], env);
  const addChannel = (over: Partial<NewChannel> = {}): Promise<ChannelCard> =>
    app.get(ChannelSetup).ensure({
      kind: 'whatsapp_cloud',
      name: 'Ventas',
      address: '100200300',
      accountId: '900800700',
      displayAddress: '+593 99 000 0001',
      baseUrl: 'http://127.0.0.1:9',
      credentials: { appSecret: APP_SECRET, verifyToken: 'verify-me-please', accessToken: 'access-token-1' },
      country: 'EC',
      assistantMode: 'off',
      teamId: null,
      ...over,
    });
  const bearer = async (scopes: readonly Permission[]): Promise<string> =>
    `Bearer ${(await app.get(ApiKeys).create('system', { name: 'test', scopes })).key}`;
  return {
    ...app,
    bearer,
    sql: app.get(Sql),
    channel: await addChannel(),
    addChannel,
    as: async (scopes) => {
      const authorization = await bearer(scopes);
      return ({ headers, ...request }) => app.request({ ...request, headers: { authorization, ...headers } });
    },
  };
}
