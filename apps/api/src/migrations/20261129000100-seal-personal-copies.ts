import type { MigrationInterface, QueryRunner } from 'typeorm';
import { loadConfig } from '../platform/config/config.js';
import { Encryption } from '../platform/encryption/encryption.js';

const AT_ONCE = 500;
const PERSONAL = ['email', 'phone'];

interface Row {
  id: string;
  value: unknown;
}

/**
 * Phones and addresses stood in the clear in what ISAC had read and in parked statuses: they are sealed where they stand, in columns of the same type, so
 * that processes of the version before go on meanwhile. Kept answers are forgotten: they live for a day, and their requests are known by a keyed hash now.
 */
export class SealPersonalCopies20261129000100 implements MigrationInterface {
  name = 'SealPersonalCopies20261129000100';

  /** The keys are asked for only where there is something to do. */
  constructor(private readonly keys: () => Encryption = () => new Encryption(loadConfig())) {}

  async up(runner: QueryRunner): Promise<void> {
    const turn = `assistant_turn where slots ?| array['email', 'phone']`;
    await this.rewrite(
      runner,
      `select id, slots as value from ${turn}`,
      'update assistant_turn t set slots = r.value',
      't.id',
      sealSlots,
    );
    const state = `assistant_qualification where state -> 'slots' ?| array['email', 'phone']`;
    await this.rewrite(
      runner,
      `select conversation_id as id, state -> 'slots' as value from ${state}`,
      `update assistant_qualification t set state = jsonb_set(t.state, '{slots}', r.value)`,
      't.conversation_id',
      sealSlots,
    );
    const parked = `parked_status where jsonb_typeof(event) <> 'string'`;
    await this.rewrite(
      runner,
      `select id, event as value from ${parked}`,
      'update parked_status t set event = r.value',
      't.id',
      (event, encryption) => encryption.encryptJson(event),
    );
    await runner.query('delete from idempotency_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.rewrite(
      runner,
      `select id, slots as value from assistant_turn where slots ? 'sealed'`,
      'update assistant_turn t set slots = r.value',
      't.id',
      openSlots,
    );
    const state = `assistant_qualification where state -> 'slots' ? 'sealed'`;
    await this.rewrite(
      runner,
      `select conversation_id as id, state -> 'slots' as value from ${state}`,
      `update assistant_qualification t set state = jsonb_set(t.state, '{slots}', r.value)`,
      't.conversation_id',
      openSlots,
    );
    const parked = `parked_status where jsonb_typeof(event) = 'string'`;
    await this.rewrite(
      runner,
      `select id, event as value from ${parked}`,
      'update parked_status t set event = r.value',
      't.id',
      (event, encryption) => encryption.decryptJson(String(event)),
    );
    await runner.query('delete from idempotency_key');
  }

  /** Some rows at a time until `select` finds none. */
  private async rewrite(runner: QueryRunner, select: string, update: string, key: string, turn: Turn): Promise<void> {
    let encryption: Encryption | undefined;
    for (;;) {
      const rows = (await runner.query(`${select} limit ${AT_ONCE}`)) as Row[];
      if (rows.length === 0) return;
      const keys = (encryption ??= this.keys());
      const values = rows.map(({ value }) => JSON.stringify(turn(value, keys)));
      await runner.query(`${update} from unnest($1::uuid[], $2::jsonb[]) as r(id, value) where ${key} = r.id`, [
        rows.map(({ id }) => id),
        values,
      ]);
    }
  }
}

type Turn = (value: unknown, encryption: Encryption) => unknown;

const sealSlots: Turn = (value, encryption) => {
  const slots = Object.entries(value as object);
  const [personal, open] = [true, false].map((wanted) =>
    Object.fromEntries(slots.filter(([name]) => PERSONAL.includes(name) === wanted)),
  );
  return { ...open, sealed: encryption.encryptJson(personal) };
};

const openSlots: Turn = (value, encryption) => {
  const { sealed, ...open } = value as { sealed: string };
  return { ...open, ...(encryption.decryptJson(sealed) as object) };
};
