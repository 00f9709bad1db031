import type { ContactChannelKind, IdentityKind } from './channel-address.js';

/** Something a person can be looked up by. `hash` is the keyed hash of `value`; unique together with `kind`. */
export interface LookupKey {
  kind: IdentityKind | 'phone';
  value: string;
  hash: string;
}

export interface KnownSender {
  key: string;
  channelKind: ContactChannelKind;
  /** The most durable first, the phone last; never empty. */
  own: readonly LookupKey[];
  /** Other spellings of the same phone line: whoever has one is the same person. */
  alike: readonly LookupKey[];
  /** Spellings that may belong to somebody else: only a hint for people. */
  perhaps: readonly LookupKey[];
  phone?: string;
  name?: string;
  username?: string;
}

/** Senders of one batch that share a key, and so are one person. Later senders know better. */
export interface SenderGroup extends Omit<KnownSender, 'key'> {
  keys: string[];
}

export const keyOf = (key: Pick<LookupKey, 'kind' | 'hash'>): string => `${key.kind}:${key.hash}`;

/** Puts senders that share an identity or a phone line together, in order of first appearance. */
export function groupSenders(senders: readonly KnownSender[]): SenderGroup[] {
  const parent = senders.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] ?? at;
    parent[index] = at;
    return at;
  };
  const firstWith = new Map<string, number>();
  senders.forEach((sender, index) => {
    for (const key of [...sender.own, ...sender.alike]) {
      const other = firstWith.get(keyOf(key));
      if (other === undefined) firstWith.set(keyOf(key), index);
      else parent[Math.max(rootOf(other), rootOf(index))] = Math.min(rootOf(other), rootOf(index));
    }
  });
  const groups = new Map<number, KnownSender[]>();
  senders.forEach((sender, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), sender]);
  });
  return [...groups.values()].map(mergeSenders);
}

function mergeSenders(senders: readonly KnownSender[]): SenderGroup {
  const latest = <K extends 'phone' | 'name' | 'username'>(field: K): string | undefined =>
    senders.findLast((sender) => sender[field] !== undefined)?.[field];
  const own = distinct(senders.flatMap((sender) => sender.own));
  const ours = new Set(own.map(keyOf));
  const others = (keys: readonly LookupKey[]): LookupKey[] => distinct(keys).filter((key) => !ours.has(keyOf(key)));
  const [phone, name, username] = [latest('phone'), latest('name'), latest('username')];
  return {
    keys: senders.map((sender) => sender.key),
    channelKind: senders[0]?.channelKind ?? 'whatsapp_cloud',
    own: [...own.filter((key) => key.kind !== 'phone'), ...own.filter((key) => key.kind === 'phone')],
    alike: others(senders.flatMap((sender) => sender.alike)),
    perhaps: others(senders.flatMap((sender) => sender.perhaps)),
    ...(phone === undefined ? {} : { phone }),
    ...(name === undefined ? {} : { name }),
    ...(username === undefined ? {} : { username }),
  };
}

function distinct(keys: readonly LookupKey[]): LookupKey[] {
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()];
}
