import { Injectable } from '@nestjs/common';
import { pageOf, type Page } from '../../../platform/database/keyset-page.js';
import { placeByName } from '../../../platform/database/place-in-list.js';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import type { TemplateContent } from '../../channels/index.js';
import { Contacts } from '../../contacts/index.js';
import { contactValues } from '../domain/contact-values.js';
import { fillTemplate } from '../domain/fill-template.js';
import type { StoredTemplate, TemplateStatus } from '../domain/template.js';
import { TemplateRows } from '../persistence/template-rows.js';

export interface TemplateListing {
  status?: TemplateStatus;
  channelId?: string;
  q?: string;
  limit: number;
  cursor?: string;
}

/** Templates as people look through them and try them. */
@Injectable()
export class TemplateShelf {
  constructor(
    private readonly rows: TemplateRows,
    private readonly contacts: Contacts,
  ) {}

  /** In the order of names; deleted ones only when asked for. */
  async page({ cursor, limit, ...filter }: TemplateListing): Promise<Page<StoredTemplate>> {
    const rows = await this.rows.list({ ...filter, after: placeByName(cursor), limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => [row.name, row.id],
      (row) => row,
    );
  }

  async read(id: string): Promise<StoredTemplate> {
    const template = await this.rows.byId(id);
    if (!template) throw notFound('template');
    return template;
  }

  /** As the customer would see it. @throws `not_found`, `validation_failed` naming every variable that is missing or cannot be sent. */
  async preview(
    id: string,
    variables: Readonly<Record<string, string>>,
    contactId: string | undefined,
  ): Promise<TemplateContent> {
    const template = await this.read(id);
    const contact = contactId === undefined ? undefined : await this.contacts.detail(contactId);
    if (contactId !== undefined && !contact) throw notFound('contact');
    const filled = fillTemplate(template, { ...(contact ? contactValues(contact) : {}), ...variables });
    if (filled.ok) return filled.content;
    const pointer = (key: string): string => `/variables/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    throw new DomainError('validation_failed', 400, 'Some variables need your attention.', {}, [
      ...filled.missing.map((key) => ({ path: pointer(key), message: 'needs a value' })),
      ...filled.unfit.map((key) => ({
        path: pointer(key),
        message: 'must be one line of at most 1024 characters without five spaces in a row',
      })),
    ]);
  }
}
