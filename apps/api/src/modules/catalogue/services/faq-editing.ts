import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import type { FaqEntry } from '../domain/item.js';
import { CatalogueRepository, faqOf } from '../persistence/catalogue.repository.js';

export type FaqFields = Partial<Pick<FaqEntry, 'question' | 'answer' | 'tags' | 'status'>>;

/** The answers that the business has written down. */
@Injectable()
export class FaqEditing {
  constructor(
    private readonly transaction: Transaction,
    private readonly repository: CatalogueRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  create(
    by: Principal | 'system',
    { question, answer, tags }: Pick<FaqEntry, 'question' | 'answer'> & FaqFields,
  ): Promise<FaqEntry> {
    return this.transaction.run(async () => {
      const at = this.clock.now();
      const entry = await this.repository.saveFaq(
        this.repository.newFaq({
          id: newId(),
          question,
          answer,
          tags: tags ?? [],
          status: 'active',
          createdAt: at,
          updatedAt: at,
        }),
      );
      await this.audit.record(by, 'faq.created', { type: 'faq', id: entry.id });
      return entry;
    });
  }

  /** @throws `not_found`, `stale_version` */
  edit(by: Principal, id: string, ifMatch: number | undefined, fields: FaqFields): Promise<FaqEntry> {
    return this.transaction.run(async () => {
      const row = await this.repository.faqForEdit(id);
      if (!row) throw notFound('answer');
      if (ifMatch !== undefined && ifMatch !== row.version) throw staleVersion(row.version);
      const changed = (Object.keys(fields) as (keyof FaqFields)[]).filter(
        (key) => fields[key] !== undefined && JSON.stringify(fields[key]) !== JSON.stringify(row[key]),
      );
      if (changed.length === 0) return faqOf(row);
      Object.assign(row, Object.fromEntries(changed.map((key) => [key, fields[key]])), { updatedAt: this.clock.now() });
      const entry = await this.repository.saveFaq(row);
      await this.audit.record(by, 'faq.changed', { type: 'faq', id }, { fields: changed });
      return entry;
    });
  }
}
