import type { ApiClient } from './api-client.js';

/** Something to sell. */
export async function sells(
  client: ApiClient,
  item: { sku: string; name: string; amount: number; stock?: number | null },
): Promise<{ id: string }> {
  const { amount, ...rest } = item;
  const made = await client.send<{ id: string }>('POST', '/catalogue', {
    kind: 'product',
    category: 'Varios',
    priceRetail: { amount, currency: 'USD' },
    ...rest,
  });
  if (made.status !== 201) throw new Error(`no item ${item.sku}: ${made.status} ${made.text}`);
  return made.body;
}

/** The channel of the environment. */
export async function channelOf(client: ApiClient): Promise<{ id: string; version: number }> {
  const { data } = (await client.get<{ data: { id: string; version: number }[] }>('/channels')).body;
  const [channel] = data;
  if (!channel) throw new Error('there is no channel');
  return channel;
}
