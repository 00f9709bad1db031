import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { StorageModule } from '../../../platform/storage/storage.module.js';
import { type ModuleContext, startModules } from '../../../testing/module-context.js';
import { ItemEditing } from '../../catalogue/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { AiAssistantWorkerModule } from '../ai-assistant-worker.module.js';
import { AnswerTurns } from '../services/answer-turns.js';
import { AskForAnswers } from '../services/ask-for-answers.js';

export interface Room {
  contactId: string;
  conversationId: string;
}

export interface TurnRow {
  id: string;
  state: string;
  reason: string | null;
  reply: string | null;
  message_ids: string[];
  reply_message_id: string | null;
}

/** A shop that sells one table, its assistant, and customers that a test makes. */
export interface AssistantContext extends ModuleContext {
  /** A customer and a conversation with the assistant in it. */
  room(over?: { mode?: string; owner?: string; teamId?: string; assigneeId?: string }): Promise<Room>;
  /** The customer wrote this so long ago, and the listener hears of it unless told not to. */
  says(room: Room, text: string, agoMs?: number, heard?: boolean): Promise<string>;
  /** The listener is told of a message. */
  hears(room: Room, messageId: string): Promise<void>;
  /** Answers whatever is due until nothing is. */
  answer(): Promise<void>;
  turns(room: Room): Promise<TurnRow[]>;
  /** Texts sent to the customer, in order. */
  sent(room: Room): Promise<string[]>;
  user(roles?: string): Promise<string>;
}

export async function startAssistant(): Promise<AssistantContext> {
  const context = await startModules([StorageModule, WhatsappModule, AiAssistantWorkerModule]);
  await context.module.init();
  const { module, sql } = context;
  const channelId = newId();
  const now = (): Date => new Date();
  await sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://127.0.0.1:9', $2, 'EC', true, 80, $3, $3)`,
    [
      channelId,
      module.get(Encryption).encrypt(JSON.stringify({ accessToken: 'x', appSecret: 'x', verifyToken: 'x' })),
      now(),
    ],
  );
  await module.get(ItemEditing, { strict: false }).create('system', {
    kind: 'product',
    sku: 'MESA-1',
    name: 'Mesa de roble',
    category: 'mesas',
    priceRetail: { amount: 25_900, currency: 'USD' },
    stock: 4,
  });
  const answerTurns = module.get(AnswerTurns);

  const hears = ({ conversationId }: Room, messageId: string): Promise<void> =>
    module
      .get(Transaction, { strict: false })
      .run(() => module.get(AskForAnswers).ask([{ messageId, conversationId }]));

  const says = async (
    { conversationId, contactId }: Room,
    text: string,
    agoMs = 3000,
    heard = true,
  ): Promise<string> => {
    const [messageId, at] = [newId(), new Date(Date.now() - agoMs)];
    await sql.rows(
      `insert into message (id, conversation_id, channel_id, direction, author, type, text, content, sent_at, received_at) values ($1, $2, $3, 'in', 'customer', 'text', $4, $5, $6, $6)`,
      [messageId, conversationId, channelId, text, JSON.stringify({ type: 'text', text }), at],
    );
    await sql.rows(
      'update conversation set last_inbound_at = $2, last_message_id = $3 where id = $1 and $4::uuid is not null',
      [conversationId, at, messageId, contactId],
    );
    if (heard) await hears({ conversationId, contactId }, messageId);
    return messageId;
  };

  return {
    ...context,
    room: async ({ mode = 'auto', owner = 'assistant', teamId, assigneeId } = {}) => {
      const [contactId, conversationId] = [newId(), newId()];
      await sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contactId, now()]);
      await sql.rows(
        `insert into contact_identity (id, contact_id, channel_kind, kind, value_sealed, value_hash, created_at) values ($1::uuid, $2, 'whatsapp_cloud', 'wa_id', $3, $1::text, $4)`,
        [newId(), contactId, module.get(Encryption).encrypt('593990000009'), now()],
      );
      await sql.rows(
        `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, team_id, assignee_id, created_at, activity_at) values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $8)`,
        [conversationId, contactId, channelId, mode, owner, teamId ?? null, assigneeId ?? null, now()],
      );
      return { contactId, conversationId };
    },
    says,
    hears,
    answer: async () => {
      while ((await answerTurns.next()) > 0);
    },
    turns: ({ conversationId }) =>
      sql.rows<TurnRow>(
        'select id, state, reason, reply, message_ids, reply_message_id from assistant_turn where conversation_id = $1 order by id',
        [conversationId],
      ),
    sent: async ({ conversationId }) =>
      (
        await sql.rows<{ text: string }>(
          `select text from message where conversation_id = $1 and direction = 'out' order by sent_at, id`,
          [conversationId],
        )
      ).map(({ text }) => text),
    user: async (roles = '{advisor}') => {
      const id = newId();
      await sql.rows(
        `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, created_at) values ($1::uuid, 'Paula', 'x', $1::text, 'x', $2, $3)`,
        [id, roles, now()],
      );
      return id;
    },
  };
}
