import type { ApiClient } from './api-client.js';
import { type Conversation, conversationWith, type Message, messagesOf } from './conversation.js';
import type { Stage } from './stage.js';
import { until } from './until.js';

let last = 593_991_000_000;

/** A phone that nobody had yet. */
export const newPhone = (): string => String((last += 1));

/** A new customer who has just written, so that the window is open. */
export async function customerWho(
  stage: Stage,
  says: string,
  name = 'Carla Andrade',
): Promise<{ phone: string; conversation: Conversation }> {
  const phone = newPhone();
  await stage.provider.write(phone, name, { type: 'text', text: says });
  return { phone, conversation: await conversationWith(stage.admin, phone) };
}

/** The message as soon as it has one of these statuses. */
export const messageWithStatus = (
  client: ApiClient,
  { conversationId, id }: { conversationId: string; id: string },
  ...statuses: string[]
): Promise<Message> =>
  until(
    `message ${id} to be ${statuses.join(' or ')}`,
    async () =>
      (await messagesOf(client, conversationId)).find(
        (message) => message.id === id && statuses.includes(message.status ?? ''),
      ),
    20_000,
  );
