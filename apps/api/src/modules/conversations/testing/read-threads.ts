import type { ConversationPage, ConversationView } from '../http/conversation.view.js';
import type { MessagePage, MessageView } from '../http/message.view.js';
import type { Client } from './client.js';
import type { ThreadApp } from './thread-app.js';
import { type Customer, says, type Wording } from './wire.js';

/** The conversations of a customer as this client sees them, the latest activity first. */
export async function conversationsOf(client: Client, { waId }: Customer): Promise<ConversationView[]> {
  const { data } = await client.read<ConversationPage>(`/conversations?q=${waId}`);
  return data.filter(({ contact }) => contact.phone === `+${waId}`);
}

export async function conversationOf(client: Client, who: Customer): Promise<ConversationView> {
  const [found, ...others] = await conversationsOf(client, who);
  if (!found || others.length > 0)
    throw new Error(`${who.waId} has ${String(others.length + (found ? 1 : 0))} conversations`);
  return found;
}

/** The thread as it is read, oldest first. */
export async function threadOf(client: Client, conversationId: string): Promise<MessageView[]> {
  return (await client.read<MessagePage>(`/conversations/${conversationId}/messages?limit=100`)).data.reverse();
}

export const textsOf = async (client: Client, conversationId: string): Promise<(string | null)[]> =>
  (await threadOf(client, conversationId)).map(({ text }) => text);

/** A customer who has just written, and their conversation. */
export async function newcomer(
  app: ThreadApp,
  client: Client,
  { text = 'Hola', name, ...wording }: Wording & { text?: string; name?: string } = {},
): Promise<{ who: Customer; id: string; first: string }> {
  const who = app.customer(name);
  await app.hear(says(who, text, wording));
  const { id, lastMessage } = await conversationOf(client, who);
  return { who, id, first: lastMessage?.id ?? '' };
}

/** Somebody of ours answers. */
export async function reply(
  client: Client,
  conversationId: string,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<MessageView> {
  const content = typeof body === 'string' ? { type: 'text', text: body } : body;
  const answer = await client.ask<MessageView>('POST', `/conversations/${conversationId}/messages`, content, headers);
  if (answer.status !== 201) throw new Error(`sending answered ${String(answer.status)}: ${answer.text}`);
  return answer.body;
}

export const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
