export type SpokenKind =
  | 'text'
  | 'image'
  | 'document'
  | 'location'
  | 'contacts'
  | 'tap'
  | 'unsupported'
  | 'buttons'
  | 'template'
  | 'note'
  | 'react'
  | 'edit'
  | 'unsend';
export const DESK_VERBS = [
  'assign',
  'claim',
  'close',
  'snooze',
  'tags',
  'priority',
  'handoff',
  'seen',
  'block',
  'lead',
  'lost',
  'won',
  'enrich',
] as const;
export type DeskVerb = (typeof DESK_VERBS)[number];

export interface SpokenLine {
  kind: SpokenKind;
  waitMs: number;
  /** `c` is the customer, `isac` the assistant, anybody else a colleague's key. */
  who: string;
  /** What the bracket says after its kind. */
  argument: string;
  text: string;
  /** How many messages back the one lies that this is about. */
  back: number | null;
  /** How far a message of ours comes: a provider's error code, `unknown`, `sent` or `delivered`; null for the usual way. */
  outcome: string | null;
}

export interface DeskLine {
  kind: 'desk';
  waitMs: number;
  verb: DeskVerb;
  rest: string;
}

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: MINUTE, h: 60 * MINUTE, d: 1440 * MINUTE };
const LINE = /^(?:\+(\d+)([smhd])? )?(@?)([a-z]+)(?:!(\w+))?(?: \[(\w+)(?: ([^\]]*))?\])?(?: \^(\d+))?(?: ([\s\S]+))?$/;
const KINDS: ReadonlySet<string> = new Set<SpokenKind>([
  'text',
  'image',
  'document',
  'location',
  'contacts',
  'tap',
  'unsupported',
  'buttons',
  'template',
  'note',
  'react',
  'edit',
  'unsend',
]);

/**
 * A line of a dialogue script: `[+wait] who[!outcome] [[kind argument]] [^back] text`, or `[+wait] @verb words`.
 * @throws when it is neither
 */
export function readLine(line: string): SpokenLine | DeskLine {
  const found = LINE.exec(line);
  if (!found) throw new Error(`not a line of a dialogue: ${line}`);
  const [, count, unit = 'm', at, who = '', outcome, kind = 'text', argument = '', back, text = ''] = found;
  if (at) {
    const verb = DESK_VERBS.find((known) => known === who);
    if (!verb) throw new Error(`nobody does this: ${line}`);
    return { kind: 'desk', waitMs: waitOf(count, unit) ?? MINUTE, verb, rest: text };
  }
  if (!KINDS.has(kind)) throw new Error(`no such kind of message: ${line}`);
  return {
    kind: kind as SpokenKind,
    waitMs: waitOf(count, unit) ?? usualWait(who),
    who,
    argument,
    text,
    back: back === undefined ? null : Number(back),
    outcome: outcome ?? null,
  };
}

const waitOf = (count: string | undefined, unit: string): number | undefined =>
  count === undefined ? undefined : Number(count) * (UNITS[unit] ?? MINUTE);

/** ISAC answers at once, a customer soon, a colleague in between. */
const usualWait = (who: string): number => (who === 'isac' ? 6000 : who === 'c' ? 2 * MINUTE : 4 * MINUTE);
