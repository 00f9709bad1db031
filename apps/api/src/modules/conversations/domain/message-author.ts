/** Who speaks: the customer, a person of the business, or something of ours. */
export const AUTHORS = ['customer', 'advisor', 'assistant', 'campaign', 'automation', 'system'] as const;
export type AuthorKind = (typeof AUTHORS)[number];
