export const TEMPLATE_CATEGORIES = ['marketing', 'utility', 'authentication', 'other'] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

export const TEMPLATE_STATUSES = ['approved', 'pending', 'rejected', 'paused', 'disabled', 'deleted', 'other'] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_QUALITIES = ['green', 'yellow', 'red', 'unknown'] as const;
export type TemplateQuality = (typeof TEMPLATE_QUALITIES)[number];

export const BUTTON_KINDS = ['quick_reply', 'url', 'phone_number', 'copy_code', 'other'] as const;
export type ButtonKind = (typeof BUTTON_KINDS)[number];

/** A value that the sender gives. `key` names it in `variables`: `1` or `nombre` for the body, `header.1`, `header.media`, `button.0`. */
export interface TemplateVariable {
  key: string;
  part: 'header' | 'body' | 'button';
  /** What the provider showed the reviewer. */
  example: string | null;
}

export interface TemplateButton {
  kind: ButtonKind;
  text: string;
  url: string | null;
  phone: string | null;
}

export interface TemplateParts {
  header: { format: 'text' | 'image' | 'video' | 'document' | 'location'; text: string | null } | null;
  body: string;
  footer: string | null;
  buttons: TemplateButton[];
  variables: TemplateVariable[];
}

export interface StoredTemplate {
  id: string;
  channelId: string;
  name: string;
  language: string;
  category: TemplateCategory;
  status: TemplateStatus;
  quality: TemplateQuality;
  rejectedReason: string | null;
  components: readonly Record<string, unknown>[];
  parameterFormat: 'positional' | 'named';
  updatedAt: Date;
}

const known = <T extends string>(values: readonly T[], word: string | null, otherwise: T): T =>
  values.find((value) => value === word?.toLowerCase()) ?? otherwise;

export const categoryOf = (word: string): TemplateCategory => known(TEMPLATE_CATEGORIES, word, 'other');
export const qualityOf = (word: string | null): TemplateQuality => known(TEMPLATE_QUALITIES, word, 'unknown');

/** The provider has more words than ours; one that is new to us is `other`, which cannot be sent. */
export function statusOf(word: string): TemplateStatus {
  const plain = word.toLowerCase();
  if (plain === 'in_appeal' || plain === 'pending_deletion') return plain === 'in_appeal' ? 'pending' : 'deleted';
  if (plain === 'reinstated') return 'approved';
  if (plain === 'archived' || plain === 'limit_exceeded' || plain === 'locked') return 'disabled';
  return known(TEMPLATE_STATUSES, plain, 'other');
}
