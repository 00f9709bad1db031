import { personOn, planClicks, addressOf, type PlannedClick } from './plan-clicks.js';
import { planDialogue, type Dialogue, type DialogueStep, type SpokenStep } from './plan-dialogue.js';
import type { DemoLink } from './demo-data.js';
import { seededRandom } from './seeded-random.js';

/** `carriedBy` is the dialogue whose customer writes after this click. */
export type TimelineEntry =
  ({ kind: 'click'; carriedBy: string | null } & PlannedClick) | ({ answeredAt: Date | null } & DialogueStep);

const MINUTE = 60_000;

/** Everything that happened, in its order. @throws when a script names a link that is not there */
export function timelineOf(
  dialogues: readonly Dialogue[],
  links: readonly DemoLink[],
  now: Date,
  timeZone: string,
): TimelineEntry[] {
  const entries: TimelineEntry[] = planClicks(links, now, timeZone).map((click) => ({
    kind: 'click',
    carriedBy: null,
    ...click,
  }));
  for (const dialogue of dialogues) {
    const steps = planDialogue(dialogue, now, timeZone);
    const first = steps[0]?.at ?? now;
    if (dialogue.link) entries.push(clickBefore(dialogue, dialogue.link, links, first));
    entries.push(
      ...steps.map((step, place) => ({ ...step, answeredAt: steps.slice(place + 1).find(isCustomers)?.at ?? null })),
    );
  }
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}

const isCustomers = (step: DialogueStep): step is SpokenStep => step.kind !== 'desk' && step.who === 'c';

function clickBefore(dialogue: Dialogue, key: string, links: readonly DemoLink[], first: Date): TimelineEntry {
  const link = links.find((known) => known.key === key);
  if (!link) throw new Error(`${dialogue.key}: there is no link ${key}`);
  const random = seededRandom(`carries ${dialogue.key}`);
  const at = new Date(first.getTime() - MINUTE * (0.5 + random() * 9));
  return {
    kind: 'click',
    carriedBy: dialogue.key,
    at,
    link: key,
    agent: personOn(link.network, random),
    ip: addressOf(random),
  };
}

/** Neighbours that customers wrote within some minutes go through the door together. */
export function inboundRuns(
  entries: readonly TimelineEntry[],
  withinMs = 5 * MINUTE,
): (TimelineEntry | SpokenStep[])[] {
  const runs: (TimelineEntry | SpokenStep[])[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (entry.kind === 'click' || entry.kind === 'desk' || entry.who !== 'c') runs.push(entry);
    else if (Array.isArray(last) && entry.at.getTime() - (last[0]?.at.getTime() ?? 0) <= withinMs) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
