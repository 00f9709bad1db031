import type { Network } from '../../../app/network';
import type { UtmTyped } from './utm';

export interface LinkFields {
  item: { id: string; name: string; sku: string | null } | null;
  name: string;
  networks: Network[];
  channelId: string | null;
  message: string;
  utm: UtmTyped;
}

export type LinkField = 'name' | 'networks' | 'channelId';

/** What is still missing, in the order of the form. */
export const missingOf = ({ name, networks, channelId }: LinkFields): LinkField[] => [
  ...(name.trim() === '' ? ['name' as const] : []),
  ...(networks.length === 0 ? ['networks' as const] : []),
  ...(channelId === null ? ['channelId' as const] : []),
];

/** What `POST /links` takes; parameters that were left alone are filled in by the server. */
export function bodyOf({ item, name, networks, channelId, message, utm }: LinkFields) {
  const typed = Object.entries(utm).flatMap(([key, value]) => {
    const text = value?.trim() ?? '';
    return text !== '' || key === 'content' ? [[key, text] as const] : [];
  });
  return {
    itemId: item?.id ?? null,
    name: name.trim(),
    networks,
    channelId,
    message: message.trim() || null,
    ...(typed.length > 0 && { utm: Object.fromEntries(typed) }),
  };
}
