export const QUALITIES = ['hot', 'warm', 'cold'] as const;
export type Quality = (typeof QUALITIES)[number];

export const URGENCIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What is known of a lead; each fact is there or not. */
export interface LeadFacts {
  name: boolean;
  phone: boolean;
  email: boolean;
  item: boolean;
  budget: boolean;
  city: boolean;
  urgency: Urgency | null;
}

const WEIGHTS: Readonly<Record<keyof LeadFacts, number>> = {
  name: 15,
  phone: 20,
  email: 10,
  item: 25,
  budget: 15,
  city: 10,
  urgency: 5,
};

/** How much of what a sale needs is known, 0 to 100. */
export const completenessOf = (facts: LeadFacts): number =>
  (Object.keys(WEIGHTS) as (keyof LeadFacts)[]).reduce((sum, fact) => sum + (facts[fact] ? WEIGHTS[fact] : 0), 0);

export interface QualityJudgement {
  quality: Quality;
  /** Names of the facts that made it so. */
  reasons: string[];
}

/** Hot: reachable, a concrete item, a budget and haste. Warm: reachable with something concrete. Cold: the rest. */
export function qualityOf(facts: LeadFacts): QualityJudgement {
  const hasty = facts.urgency === 'high' || facts.urgency === 'urgent';
  const contact = facts.name && (facts.phone || facts.email);
  const present: readonly (readonly [string, boolean])[] = [
    ['contact', contact],
    ['item', facts.item],
    ['budget', facts.budget],
    ['urgency', hasty],
    ['city', facts.city],
  ];
  const reasons = present.flatMap(([reason, there]) => (there ? [reason] : []));
  if (contact && facts.item && facts.budget && hasty) return { quality: 'hot', reasons };
  const reachable = facts.name || facts.phone || facts.email;
  if (reachable && (facts.item || facts.budget || hasty)) return { quality: 'warm', reasons };
  return { quality: 'cold', reasons };
}
