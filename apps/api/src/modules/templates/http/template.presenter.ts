import type { TemplateContent } from '../../channels/index.js';
import type { StoredTemplate } from '../domain/template.js';
import { partsOf } from '../domain/template-parts.js';
import type { TemplatePreview, TemplateView } from './template.dto.js';

export function presentTemplate(template: StoredTemplate): TemplateView {
  const { id, channelId, name, language, category, status, quality, rejectedReason, updatedAt } = template;
  return {
    id,
    channelId,
    name,
    language,
    category,
    status,
    quality,
    rejectedReason,
    ...partsOf(template),
    updatedAt: updatedAt.toISOString(),
  };
}

export const presentPreview = ({ headerText, text, footerText, buttons }: TemplateContent): TemplatePreview => ({
  header: headerText ?? null,
  body: text,
  footer: footerText ?? null,
  buttons: buttons.map(({ kind, text: label }) => ({ kind, text: label })),
});
