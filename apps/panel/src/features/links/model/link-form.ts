import type { BodyOf } from '@hilo/api-client';
import type { Network } from '../../../app/network';
import type { TrackedLink } from './link';
import { UTM_KEYS, utmOf, type UtmTyped } from './utm';

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
export function bodyOf({ item, name, networks, channelId, message, utm }: LinkFields): BodyOf<'POST', '/links'> {
  const typed = Object.entries(utm).flatMap(([key, value]) => {
    const text = value?.trim() ?? '';
    return text !== '' || key === 'content' ? [[key, text] as const] : [];
  });
  return {
    itemId: item?.id ?? null,
    name: name.trim(),
    networks,
    // `missingOf` keeps a form without a channel from being sent.
    channelId: channelId ?? '',
    message: message.trim() || null,
    ...(typed.length > 0 && { utm: Object.fromEntries(typed) }),
  };
}

/** A link as it stands, to be edited: every parameter counts as written by hand, so that none follows a new name. */
export const fieldsOf = ({ item, name, network, channel, message, utm }: TrackedLink): LinkFields => ({
  item,
  name,
  networks: [network],
  channelId: channel?.id ?? null,
  message: message ?? '',
  utm: {
    source: utm.source,
    medium: utm.medium,
    campaign: utm.campaign,
    content: utm.content ?? '',
    term: utm.term ?? '',
  },
});

export interface LinkChange {
  name?: string;
  channelId?: string;
  message?: string | null;
  utm?: Partial<TrackedLink['utm']>;
}

/** What `PATCH /links/{id}` is asked to change: only what differs from the link. A parameter that was emptied is filled in anew. */
export function changeOf(link: TrackedLink, { name, channelId, message, utm: typed }: LinkFields): LinkChange {
  const text = message.trim() || null;
  const next = utmOf({ network: link.network, name, sku: link.item?.sku ?? null }, typed);
  const utm = Object.fromEntries(UTM_KEYS.filter((key) => next[key] !== link.utm[key]).map((key) => [key, next[key]]));
  return {
    ...(name.trim() !== link.name && { name: name.trim() }),
    ...(channelId !== null && channelId !== link.channel?.id && { channelId }),
    ...(text !== link.message && { message: text }),
    ...(Object.keys(utm).length > 0 && { utm }),
  };
}
