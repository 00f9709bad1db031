import type { INestApplicationContext } from '@nestjs/common';
import { Channels } from '../modules/channels/index.js';
import { Config } from '../platform/config/config.js';
import { Sql } from '../platform/database/sql.js';
import { ReadinessCheck } from '../platform/health/readiness.js';
import { lateRows, type LateRows } from './persistence/late-rows.query.js';

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
    {
      fine: checks.database === 'ok',
      words:
        checks.database === 'ok'
          ? 'PostgreSQL answers.'
          : 'PostgreSQL does not answer: check DATABASE_URL and that the server runs.',
    },
    {
      fine: checks.redis === 'ok',
      words:
        checks.redis === 'ok'
          ? 'Redis answers.'
          : 'Redis does not answer: messages are still stored, but nothing is pushed. Check REDIS_URL.',
    },
  ];
  if (checks.database !== 'ok') return servers;
  return [...servers, ...(await channelsOf(app)), ...(await queuesOf(app))];
}

async function channelsOf(app: INestApplicationContext): Promise<Finding[]> {
  const channels = app.get(Channels);
  const cards = (await channels.list()).filter(({ active }) => active);
  if (cards.length === 0)
    return [
      {
        fine: false,
        words: 'No channel is connected: connect one under Ajustes > Canales, or start with the WHATSAPP_* variables.',
      },
    ];
  const { publicUrl } = app.get(Config);
  return Promise.all(
    cards.map(async (card) => {
      const { adapter, connection } = await channels.connect(card.id);
      const { healthy, detail } = await adapter.check(connection).catch((error: unknown) => ({
        healthy: false,
        detail: error instanceof Error ? error.message : String(error),
      }));
      const where = `Its webhook is ${publicUrl}/webhooks/whatsapp.`;
      return {
        fine: healthy,
        words: healthy
          ? `Channel "${card.name}": ${detail} ${where}`
          : `Channel "${card.name}" does not work: ${detail} ${where}`,
      };
    }),
  );
}

const WAITING: readonly { of: keyof LateRows; what: string; advice: string }[] = [
  {
    of: 'inbound',
    what: 'inbound events wait to be processed',
    advice: 'Is a worker running (ROLE=all or ROLE=worker)?',
  },
  {
    of: 'inboundSetAside',
    what: 'inbound events were set aside',
    advice: 'See Ajustes > Canales > Problemas; they can be replayed there.',
  },
  { of: 'sends', what: 'messages wait to be sent', advice: 'Is a worker running, and is the channel healthy?' },
  { of: 'parkedEvents', what: 'events could not be digested by a listener', advice: 'See the logs of the worker.' },
];

/** Rows that wait where nothing should wait for long. */
async function queuesOf(app: INestApplicationContext): Promise<Finding[]> {
  const late = await lateRows(app.get(Sql), new Date(Date.now() - MINUTE));
  return WAITING.map(({ of, what, advice }) => {
    const n = late[of];
    return { fine: n === 0, words: n === 0 ? `No ${what}.` : `${n} ${what}. ${advice}` };
  });
}
