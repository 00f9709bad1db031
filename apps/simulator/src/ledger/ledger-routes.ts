import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import { countEntries } from './ledger.js';

type Query = Partial<Record<'since' | 'number' | 'type' | 'to' | 'correlationId' | 'limit' | 'view', string>>;

/** The oracle: what was accepted, in order, and counted. `view=counts` leaves the entries out, `view=entries` the counts. */
export function registerLedger(app: FastifyInstance, world: World): void {
  app.get<{ Querystring: Query }>('/ledger', (request) => {
    const { since, number, type, to, correlationId, limit, view } = request.query;
    const entries = world.ledger.select({ since: Number(since ?? 0) || 0, number, type, to, correlationId });
    return {
      seq: world.ledger.lastSeq(),
      refusals: world.ledger.refusals(),
      ...(view === 'entries' ? {} : { counts: countEntries(entries) }),
      ...(view === 'counts' ? {} : { entries: entries.slice(0, Number(limit ?? 1000) || 1000) }),
    };
  });
}
