/** The cache keys of the phones and of what they caused. */
export const keys = {
  all: ['simulator'] as const,
  customers: ['simulator', 'customers'] as const,
  thread: (customerId: string) => ['simulator', 'thread', customerId] as const,
  switches: ['simulator', 'switches'] as const,
  clock: ['simulator', 'clock'] as const,
  links: ['simulator', 'links'] as const,
  webhooks: ['simulator', 'webhooks'] as const,
  trace: (customerId: string) => ['simulator', 'trace', customerId] as const,
  origin: (conversationId: string) => ['simulator', 'trace', 'origin', conversationId] as const,
  turns: (conversationId: string) => ['simulator', 'turns', conversationId] as const,
};
