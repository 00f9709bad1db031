import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { contactChanged } from '../contacts.events.js';
import { ContactRepository } from '../persistence/contact.repository.js';
import { ContactEditing } from './contact-editing.js';

export interface Learnt {
  name?: string;
  email?: string;
  city?: string;
  /** BCP 47. */
  language?: string;
}

/** What customers say of themselves fills in what nobody knew; it never replaces anything. */
@Injectable()
export class LearnAboutContact {
  constructor(
    private readonly transaction: Transaction,
    private readonly repository: ContactRepository,
    private readonly editing: ContactEditing,
    private readonly outbox: Outbox,
  ) {}

  /** Joins the caller's transaction. */
  async learn(contactId: string, learnt: Learnt): Promise<void> {
    await this.transaction.run(async () => {
      const [contact] = await this.repository.byIds([contactId]);
      if (!contact) return;
      const news = Object.entries(learnt).filter(([key, value]) => value && !contact[key as keyof Learnt]);
      if (news.length === 0) return;
      const { changed } = await this.editing.edit(contactId, undefined, Object.fromEntries(news));
      if (changed.length > 0) await this.outbox.append(contactChanged, [{ contactId }]);
    });
  }
}
