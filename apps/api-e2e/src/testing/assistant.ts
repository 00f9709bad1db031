import { channelOf } from './catalogue.js';
import { type Conversation, type Message, messagesOf, messageThat } from './conversation.js';
import { customerWho } from './customer.js';
import type { Stage } from './stage.js';
import { until } from './until.js';

export interface Turn {
  id: string;
  state: string;
  mode: string;
  reason: string | null;
  intent: string | null;
  messageIds: string[];
  replyMessageId: string | null;
  reply: string | null;
  sources: { name: string }[];
  escalation: { reason: string } | null;
}

type Seen = Conversation & { assistantState: { owner: string }; assistantMode: string };

export interface Assistant {
  /** What it said to the customer. */
  answers(conversation: Conversation): Promise<Message[]>;
  turns(conversation: Conversation): Promise<Turn[]>;
  seen(conversation: Conversation): Promise<Seen>;
  /** The turn that fits, as soon as it has ended. */
  finished(conversation: Conversation, what: string, fits: (turn: Turn) => boolean): Promise<Turn>;
  /** It is asked by another customer afterwards and answers: whatever it had to say here, it would have said before. */
  quietAfter(conversation: Conversation): Promise<void>;
}

export const fromAssistant = ({ author }: Message): boolean => author.kind === 'assistant';

/** The channel of the environment, with the assistant answering by itself. */
async function turnOn({ admin }: Stage): Promise<void> {
  const { id, version } = await channelOf(admin);
  const changed = await admin.send(
    'PATCH',
    `/channels/${id}`,
    { assistantMode: 'auto' },
    { 'if-match': `"${version}"` },
  );
  if (changed.status !== 200) throw new Error(`${changed.status} ${changed.text}`);
}

/** The assistant answers by itself, in a shop that sells a laptop and has no refrigerator left. */
export async function assistantThatSells(stage: Stage): Promise<Assistant> {
  const money = (amount: number): object => ({ amount, currency: 'USD' });
  const items = [
    {
      sku: 'LAP-14',
      name: 'Laptop Andina 14',
      category: 'Computadoras',
      priceRetail: money(59_900),
      priceWholesale: money(54_900),
      stock: 6,
    },
    {
      sku: 'REF-300',
      name: 'Refrigeradora Cotopaxi 300',
      category: 'Línea blanca',
      priceRetail: money(74_900),
      stock: 0,
    },
  ];
  for (const item of items) {
    const made = await stage.admin.send('POST', '/catalogue', { kind: 'product', ...item });
    if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
  }
  await turnOn(stage);

  const turns: Assistant['turns'] = async ({ id }) =>
    (await stage.admin.get<{ data: Turn[] }>(`/assistant/turns?conversationId=${id}`)).body.data;
  return {
    answers: async ({ id }) => (await messagesOf(stage.admin, id)).filter(fromAssistant),
    turns,
    seen: async ({ id }) => (await stage.admin.get<Seen>(`/conversations/${id}`)).body,
    finished: (conversation, what, fits) =>
      until(`a turn that ${what}`, async () =>
        (await turns(conversation)).find((turn) => !['waiting', 'thinking'].includes(turn.state) && fits(turn)),
      ),
    quietAfter: async (conversation) => {
      const { conversation: later } = await customerWho(stage, '¿Cuánto cuesta la Laptop Andina 14?');
      await messageThat(stage.admin, later.id, 'is an answer', fromAssistant);
      const open = (await turns(conversation)).filter(({ state }) => ['waiting', 'thinking'].includes(state));
      if (open.length > 0) throw new Error(`the assistant has not finished: ${JSON.stringify(open)}`);
    },
  };
}
