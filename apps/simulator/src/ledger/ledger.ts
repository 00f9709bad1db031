/** One request that the simulator accepted, in the order of acceptance. */
export interface LedgerEntry {
  seq: number;
  /** The simulator's time, ISO. */
  at: string;
  provider: 'whatsapp';
  /** Phone number id of the business that asked; null: of none in particular. */
  number: string | null;
  /** The message's kind (`text`, `template`...), else `read`, `typing`, `media`, `template-created`... */
  type: string;
  /** Phone digits or scoped id; null for what has no recipient. */
  to: string | null;
  /** The id that was given to it. */
  id: string;
  /** `biz_opaque_callback_data`. */
  correlationId: string | null;
  /** False when it was accepted but the answer was withheld. */
  answered: boolean;
  /** The request; only the latest few thousand are kept. */
  body?: unknown;
}

export interface LedgerFilter {
  since?: number | undefined;
  number?: string | undefined;
  type?: string | undefined;
  to?: string | undefined;
  correlationId?: string | undefined;
}

export interface LedgerCounts {
  total: number;
  byType: Record<string, number>;
  byRecipient: Record<string, number>;
  byCorrelationId: Record<string, number>;
  /** Correlation ids accepted more than once: what a business must never cause. */
  repeatedCorrelationIds: string[];
  unanswered: number;
}

const BODIES_KEPT = 5000;

/** Append-only list of what was accepted: the oracle of fault rigs. */
export class Ledger {
  private entries: LedgerEntry[] = [];
  private readonly refused = new Map<number, number>();

  constructor(private readonly bodiesKept = BODIES_KEPT) {}

  append(entry: Omit<LedgerEntry, 'seq' | 'provider' | 'number'> & { number?: string | null }): LedgerEntry {
    const kept: LedgerEntry = { seq: this.entries.length + 1, provider: 'whatsapp', number: null, ...entry };
    this.entries.push(kept);
    const old = this.entries[this.entries.length - 1 - this.bodiesKept];
    if (old !== undefined) delete old.body;
    return kept;
  }

  /** Refused calls are only counted, by code. */
  countRefusal(code: number): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  refusals(): Record<string, number> {
    return Object.fromEntries(this.refused);
  }

  lastSeq(): number {
    return this.entries.length;
  }

  /** Oldest first, after `since`. */
  select(filter: LedgerFilter): LedgerEntry[] {
    const { since = 0, number, type, to, correlationId } = filter;
    const person = to === undefined || /^[A-Z]{2}\./.test(to) ? to : to.replace(/\D/g, '');
    return this.entries
      .slice(since)
      .filter(
        (entry) =>
          (number === undefined || entry.number === number) &&
          (type === undefined || entry.type === type) &&
          (person === undefined || entry.to === person) &&
          (correlationId === undefined || entry.correlationId === correlationId),
      );
  }

  reset(): void {
    this.entries = [];
    this.refused.clear();
  }
}

export function countEntries(entries: readonly LedgerEntry[]): LedgerCounts {
  const types = new Map<string, number>();
  const people = new Map<string, number>();
  const correlations = new Map<string, number>();
  let unanswered = 0;
  for (const { type, to, correlationId, answered } of entries) {
    bump(types, type);
    if (to !== null) bump(people, to);
    if (correlationId !== null) bump(correlations, correlationId);
    if (!answered) unanswered += 1;
  }
  return {
    total: entries.length,
    byType: Object.fromEntries(types),
    byRecipient: Object.fromEntries(people),
    byCorrelationId: Object.fromEntries(correlations),
    repeatedCorrelationIds: [...correlations].flatMap(([id, times]) => (times > 1 ? [id] : [])),
    unanswered,
  };
}

const bump = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
