import type { MaskedWord } from '../mask/mask-message.js';
import { MASKS } from '../mask/mask-message.js';
import { cuesIn } from './cues.js';
import type { Intent, ScoredIntent } from './intent.js';
import type { IntentModel } from './intent-model.js';
import { predictIntents } from './intent-model.js';
import { ruleFor } from './rules.js';
import { onlyGreets, segments, withoutGreeting } from './segments.js';
import { wordlessIntent } from './wordless.js';

export interface Classification {
  readonly intent: Intent;
  readonly confidence: number;
  /** Everything that is wanted, the main intent first. */
  readonly intents: readonly ScoredIntent[];
  /** How likely the model thinks that something went wrong, whatever the main intent. */
  readonly complaint: number;
  /** What decided: a rule's name, or "model". */
  readonly because: string;
}

/** Intents that outrank whatever else is said with them. */
const FIRST: readonly Intent[] = ['opt_out'];
const SMALL_TALK: ReadonlySet<Intent> = new Set(['greeting', 'thanks_closing', 'other']);
const SEGMENT_SURE = 0.5;
const OPT_OUT_SURE = 0.65;
const FILLERS = new Set([
  'de',
  'desde',
  'en',
  'soy',
  'para',
  'a',
  'mi',
  'es',
  'y',
  'el',
  'la',
  'correo',
  'mail',
  'email',
  'nombre',
  'me',
  'llamo',
  'numero',
  'telefono',
  'celular',
  'te',
  'paso',
  'hasta',
  'unos',
  'si',
  'ok',
  'aqui',
  'vivo',
  'somos',
  'from',
  'my',
  'name',
  'is',
  'i',
  'm',
  'sou',
  'meu',
  'nome',
  'e',
  'moro',
  'em',
  'estoy',
  'barrio',
  'ciudad',
  'ah',
  'claro',
  'dale',
  'bueno',
  'tengo',
  'presupuesto',
  'mas',
  'o',
  'menos',
  'com',
  'anota',
  'seria',
  'como',
  'am',
  'the',
  'le',
  'son',
  'live',
  'in',
  'up',
  'to',
  'ate',
]);
const DATA = new Set<string>([MASKS.city, MASKS.name, MASKS.email, MASKS.phone, MASKS.money]);
const SHOPPED = new Set<string>([MASKS.product, MASKS.attribute, MASKS.number]);

/** Decides what a message wants: rules where they are certain, else the model on the whole and on each clause. */
export function classifyMessage(model: IntentModel, clean: string, masked: readonly MaskedWord[]): Classification {
  if (masked.length === 0) return certain(wordlessIntent(clean), 'no words');
  if (onlyGreets(masked)) return certain('greeting', 'only a greeting');
  const body = withoutGreeting(masked);
  const plain = bareData(body);
  if (plain === 'other' && body.length < masked.length && body.some((word) => word.word === MASKS.name))
    return certain('greeting', 'greets with a name');
  if (plain) return certain(plain, 'bare data');
  const parts = segments(body);
  const whole = classifyWords(model, body);
  const clauses = parts.length > 1 ? parts.map((part) => classifyWords(model, part)) : [whole];
  return combine(whole, clauses);
}

interface Verdict {
  readonly best: ScoredIntent;
  readonly all: readonly ScoredIntent[];
  readonly rule: string | null;
}

function classifyWords(model: IntentModel, words: readonly MaskedWord[]): Verdict {
  const list = words.map((word) => word.word);
  const all = predictIntents(model, list);
  const rule = ruleFor(list.join(' '));
  const best = rule ? { intent: rule.intent, confidence: 1 } : likeliest(all, list);
  return { best, all, rule: rule?.name ?? null };
}

/** The model's choice; it never stops the writing to somebody on a doubtful hint, nor where no word says so. */
function likeliest(all: readonly ScoredIntent[], words: readonly string[]): ScoredIntent {
  const best = all.find(
    ({ intent, confidence }, rank) =>
      rank > 0 || intent !== 'opt_out' || (confidence >= OPT_OUT_SURE && cuesIn(words).includes('optout')),
  );
  return best ?? { intent: 'other', confidence: 0 };
}

function combine(whole: Verdict, clauses: readonly Verdict[]): Classification {
  const ruled = [whole, ...clauses].find(
    (verdict) => verdict.rule !== null && (FIRST.includes(verdict.best.intent) || verdict.rule.startsWith('injection')),
  );
  const closes = whole.rule !== null && whole.best.intent === 'thanks_closing';
  const content = clauses.filter(
    (clause) =>
      clause.best.confidence >= SEGMENT_SURE &&
      !SMALL_TALK.has(clause.best.intent) &&
      !(closes && clause.rule === null),
  );
  const main = ruled ?? (whole.rule !== null ? firstAsked(whole, content) : byModel(whole, clauses, content));
  const wanted = new Map<Intent, number>([[main.best.intent, main.best.confidence]]);
  for (const verdict of [whole, ...content]) {
    if (SMALL_TALK.has(verdict.best.intent) && wanted.size > 0) continue;
    if (verdict.best.confidence >= SEGMENT_SURE)
      wanted.set(verdict.best.intent, Math.max(wanted.get(verdict.best.intent) ?? 0, verdict.best.confidence));
  }
  const intents = [...wanted].map(([intent, confidence]) => ({ intent, confidence }));
  return {
    intent: main.best.intent,
    confidence: main.best.confidence,
    intents,
    complaint: whole.all.find((one) => one.intent === 'complaint')?.confidence ?? 0,
    because: main.rule ?? 'model',
  };
}

/** A rule on the whole names one of the wants; the clause that comes first is the main one when it is certain too. */
function firstAsked(whole: Verdict, content: readonly Verdict[]): Verdict {
  const first = content[0];
  return first &&
    first.best.confidence >= 0.75 &&
    whole.best.intent !== 'complaint' &&
    whole.best.intent !== 'human_request' &&
    whole.best.intent !== 'warranty'
    ? first
    : whole;
}

function byModel(whole: Verdict, clauses: readonly Verdict[], content: readonly Verdict[]): Verdict {
  if (clauses.length < 2) return whole;
  const rule = clauses.find(
    (clause) =>
      clause.rule !== null &&
      (clause.best.intent === 'complaint' ||
        clause.best.intent === 'human_request' ||
        clause.best.intent === 'warranty'),
  );
  if (rule) return rule;
  const angry = content.find((clause) => clause.best.intent === 'complaint' && clause.best.confidence >= 0.6);
  if (angry) return angry;
  const first = content[0];
  if (first && (SMALL_TALK.has(whole.best.intent) || first.best.confidence >= 0.7 || whole.best.confidence < 0.5))
    return first;
  const pooled = whole.all.map(({ intent, confidence }) => ({
    intent,
    confidence:
      (confidence + mean(clauses.map((clause) => clause.all.find((one) => one.intent === intent)?.confidence ?? 0))) /
      2,
  }));
  const best = [...pooled].sort((one, other) => other.confidence - one.confidence)[0] ?? whole.best;
  return { best, all: pooled, rule: null };
}

/** A message of nothing but a name, a place, an address or a product. */
function bareData(words: readonly MaskedWord[]): Intent | null {
  const list = words.map((word) => word.word);
  const rest = list.filter((word) => !FILLERS.has(word));
  if (rest.length === 0 || list.length > 14) return null;
  if (rest.every((word) => DATA.has(word))) return 'other';
  if (rest.every((word) => word === MASKS.product))
    return list.some((word) => word === 'para' || word === 'mi') || ruleFor(list.join(' ')) ? null : 'product_query';
  if (rest.length === 1 && rest.every((word) => SHOPPED.has(word)) && list.length <= 3) return 'other';
  return null;
}

function certain(intent: Intent, because: string): Classification {
  return { intent, confidence: 1, intents: [{ intent, confidence: 1 }], complaint: 0, because };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
