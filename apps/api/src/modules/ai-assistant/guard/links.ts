import type { Grounds } from '../ground/grounds.js';
import { fold } from '../understand/text/clean-text.js';
import type { GuardFinding } from './guard-finding.js';

const LINK =
  /\b(?:https?:\/\/|www\.)[^\s]{1,300}|\b[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}\.(?:com|net|org|io|ly|me|app|shop|store|info|link|xyz|co|ar|ec|mx|br)(?:\.[a-z]{2})?(?:\/[^\s]{0,200})?\b/gi;

/** Links of a draft that lead to no host of the shop. */
export function foreignLinks(draft: string, grounds: Grounds): GuardFinding[] {
  const own = hostsOf(grounds);
  const named = fold(grounds.items.map((item) => item.name).join(' '));
  return [...draft.matchAll(LINK)]
    .filter(([link]) => !own.includes(hostOf(link)) && !named.includes(fold(link)))
    .map(([found]) => ({ rule: 'link' as const, found }));
}

/** The draft without the links to the shop: figures in them claim nothing. */
export function withoutOwnLinks(draft: string, grounds: Grounds): string {
  const own = hostsOf(grounds);
  return draft.replace(LINK, (link) => (own.includes(hostOf(link)) ? ' ' : link));
}

function hostsOf({ shop }: Grounds): string[] {
  return [...(shop.ownHosts ?? []), hostOf(shop.website ?? '')].filter((host) => host !== '');
}

function hostOf(link: string): string {
  return (
    fold(link)
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, '')
      .split(/[/?#:]/)[0] ?? ''
  );
}
