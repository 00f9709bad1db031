import { instantOf, localMinute } from '../../modules/business/index.js';
import { readLine, type DeskLine, type SpokenLine } from './read-line.js';

export interface Dialogue {
  key: string;
  /** A key of the customers. */
  customer: string;
  /** `-12d 10:24` on the business's clock, or `-3h20m` before now. */
  start: string;
  /** A key of the links: the customer clicks it before writing. */
  link?: string;
  /** What it is about, when no link says so. */
  sku?: string;
  ad?: { id: string; headline: string };
  lines: readonly string[];
}

interface Timed {
  at: Date;
  dialogue: string;
  /** The first message of its dialogue. */
  first: boolean;
}

/** `index` counts the messages of the dialogue; `about` is the index that a reply, reaction, edit or unsend is about. */
export type SpokenStep = Timed & SpokenLine & { index: number; about: number | null };
export type DeskStep = Timed & DeskLine;
export type DialogueStep = SpokenStep | DeskStep;

const DAYS = /^-(\d+)d (\d\d):(\d\d)$/;
const BEFORE_NOW = /^-(?:(\d+)h)?(?:(\d+)m)?$/;
const MINUTE = 60_000;

/** When a dialogue begins. @throws when it cannot be read */
export function startOf(start: string, now: Date, timeZone: string): Date {
  const days = DAYS.exec(start);
  if (days) {
    const today = Date.parse(`${localMinute(now, timeZone).date}T00:00:00Z`);
    const date = new Date(today - Number(days[1]) * 1440 * MINUTE).toISOString().slice(0, 10);
    return instantOf(date, Number(days[2]) * 60 + Number(days[3]), timeZone);
  }
  const before = BEFORE_NOW.exec(start);
  if (!before || start === '-') throw new Error(`not a beginning: ${start}`);
  return new Date(now.getTime() - (Number(before[1] ?? 0) * 60 + Number(before[2] ?? 0)) * MINUTE);
}

/** The dialogue with the time of each line. @throws when a line cannot be read, is about nothing, or lies in the future */
export function planDialogue(dialogue: Dialogue, now: Date, timeZone: string): DialogueStep[] {
  let at = startOf(dialogue.start, now, timeZone).getTime();
  let messages = 0;
  return dialogue.lines.map((text, place) => {
    const line = readLine(text);
    at += place === 0 ? 0 : line.waitMs;
    if (at > now.getTime()) throw new Error(`${dialogue.key}: this lies in the future: ${text}`);
    const timed: Timed = { at: new Date(at), dialogue: dialogue.key, first: place === 0 };
    if (line.kind === 'desk') return { ...timed, ...line };
    const about = line.back === null ? null : messages - line.back;
    if (about !== null && about < 0) throw new Error(`${dialogue.key}: this is about nothing: ${text}`);
    const step: SpokenStep = { ...timed, ...line, index: messages, about };
    if (isMessage(step)) messages += 1;
    return step;
  });
}

/** What stands in the thread by itself and went through the provider; notes did not, and reactions and edits change another. */
export const isMessage = ({ kind }: Pick<SpokenLine, 'kind'>): boolean =>
  !['note', 'react', 'edit', 'unsend'].includes(kind);
