/** Where a tracked link is published. */
export const NETWORKS = ['facebook', 'instagram', 'google', 'website', 'tiktok', 'email', 'qr', 'other'] as const;
export type Network = (typeof NETWORKS)[number];

/** `utm_medium` of each network, in the words that Google Analytics groups by. */
const MEDIA: Readonly<Record<Network, string>> = {
  facebook: 'social',
  instagram: 'social',
  tiktok: 'social',
  google: 'cpc',
  website: 'web',
  email: 'email',
  qr: 'qr',
  other: 'web',
};

export const mediumOf = (network: Network): string => MEDIA[network];
