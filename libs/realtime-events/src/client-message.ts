import { z } from 'zod';

/** What a panel may say on the socket: which conversation is on screen (none: null), and that its user is typing there. */
export const viewMessageSchema = z.strictObject({ conversationId: z.uuid().nullable() });
export const typingMessageSchema = z.strictObject({ conversationId: z.uuid() });

export type ViewMessage = z.infer<typeof viewMessageSchema>;
export type TypingMessage = z.infer<typeof typingMessageSchema>;

export interface ClientMessages {
  view: ViewMessage;
  typing: TypingMessage;
}

/** Undefined when it is not such a message: the gateway ignores it. */
export function readViewMessage(payload: unknown): ViewMessage | undefined {
  return viewMessageSchema.safeParse(payload).data;
}

export function readTypingMessage(payload: unknown): TypingMessage | undefined {
  return typingMessageSchema.safeParse(payload).data;
}
