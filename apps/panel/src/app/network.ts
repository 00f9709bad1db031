/** Where a link was published, in the order in which lists name them. */
export const NETWORKS = ['facebook', 'instagram', 'google', 'website', 'tiktok', 'email', 'qr', 'other'] as const;
export type Network = (typeof NETWORKS)[number];
