import { Injectable } from '@nestjs/common';
import type { TemplateContent } from '../channels/index.js';
import { fillTemplate } from './domain/fill-template.js';
import type { TemplateCategory } from './domain/template.js';
import { TemplateRows } from './persistence/template-rows.js';

export type TemplateForSending =
  | { ok: true; content: TemplateContent; channelId: string; category: TemplateCategory }
  | { ok: false; code: 'not_found' | 'not_approved' | 'bad_variables'; missing: string[]; unfit: string[] };

/** Approved messages of the providers. */
@Injectable()
export class Templates {
  constructor(private readonly rows: TemplateRows) {}

  /** What a channel's adapter can send. `missing` and `unfit` name variables by their keys. */
  async forSending(templateId: string, variables: Readonly<Record<string, string>>): Promise<TemplateForSending> {
    const template = await this.rows.byId(templateId);
    if (!template) return { ok: false, code: 'not_found', missing: [], unfit: [] };
    if (template.status !== 'approved') return { ok: false, code: 'not_approved', missing: [], unfit: [] };
    const filled = fillTemplate(template, variables);
    if (!filled.ok) return { ...filled, code: 'bad_variables' };
    return { ok: true, content: filled.content, channelId: template.channelId, category: template.category };
  }
}
