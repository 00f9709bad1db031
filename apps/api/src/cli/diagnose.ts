import type { INestApplicationContext } from '@nestjs/common';
import { Channels } from '../modules/channels/index.js';
import { Config } from '../platform/config/config.js';
import { Sql } from '../platform/database/sql.js';
import { ReadinessCheck } from '../platform/health/readiness.js';

export interface Finding {
  fine: boolean;
  /** What is so, and what to do when it is not fine. */
  words: string;
}

const MINUTE = 60_000;

/** Looks at everything that must work for a message to arrive and to be answered. */
export async function diagnose(app: INestApplicationContext): Promise<Finding[]> {
  const { checks } = await app.get(ReadinessCheck).ask();
  const servers: Finding[] = [
    { fine: checks.database === 'ok', words: checks.database === 'ok' ? 'PostgreSQL answers.' : 'PostgreSQL does not answer: check DATABASE_URL and that the server runs.' },
    { fine: checks.redis === 'ok', words: checks.redis === 'ok' ? 'Redis answers.' : 'Redis does not answer: messages are still stored, but nothing is pushed. Check REDIS_URL.' },
  ];
  if (checks.database !== 'ok') return servers;
  return [...servers, ...(await channelsOf(app)), ...(await queuesOf(app))];
}

async function channelsOf(app: INestApplicationContext): Promise<Finding[]> {
  const channels = app.get(Channels);
  const cards = (await channels.list()).filter(({ active }) => active);
  if (cards.length === 0) return [{ fine: false, words: 'No channel is connected: connect one under Ajustes > Canales, or start with the WHATSAPP_* variables.' }];
  const { publicUrl } = app.get(Config);
  return Promise.all(
    cards.map(async (card) => {
      const { adapter, connection } = await channels.connect(card.id);
      const { healthy, detail } = await adapter.check(connection).catch((error: unknown) => ({ healthy: false, detail: error instanceof Error ? error.message : String(error) }));
      const where = `Its webhook is ${publicUrl}/webhooks/whatsapp.`;
      return { fine: healthy, words: healthy ? `Channel "${card.name}": ${detail} ${where}` : `Channel "${card.name}" does not work: ${detail} ${where}` };
    }),
  );
}

/** Rows that wait where nothing should wait for long. */
async function queuesOf(app: INestApplicationContext): Promise<Finding[]> {
  const sql = app.get(Sql);
  const late = new Date(Date.now() - MINUTE);
  const questions = [
    ['inbound events wait to be processed', 'select count(*)::int as n from inbox_pending where set_aside_at is null and received_at < $1', 'Is a worker running (ROLE=all or ROLE=worker)?'],
    ['inbound events were set aside', 'select count(*)::int as n from inbox_pending where set_aside_at < $1', 'See Ajustes > Canales > Problemas; they can be replayed there.'],
    ['messages wait to be sent', 'select count(*)::int as n from send_queue where due_at < $1 and lease_until is null', 'Is a worker running, and is the channel healthy?'],
    ['events could not be digested by a listener', 'select count(*)::int as n from parked_event where resolved_at is null and parked_at < $1', 'See the logs of the worker.'],
  ] as const;
  return Promise.all(
    questions.map(async ([what, text, advice]) => {
      const n = (await sql.one<{ n: number }>(text, [late]))?.n ?? 0;
      return { fine: n === 0, words: n === 0 ? `No ${what}.` : `${n} ${what}. ${advice}` };
    }),
  );
}
