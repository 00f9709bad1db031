import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { givenFields } from '../../../platform/collections/given-fields.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField, notFound, staleVersion } from '../../../platform/http/domain-error.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { Channels } from '../../channels/index.js';
import { type Utm, utmOf } from '../domain/utm.js';
import { nameTaken } from '../links.errors.js';
import type { TrackedLinkEntity } from '../persistence/tracked-link.entity.js';
import { TrackedLinkRepository } from '../persistence/tracked-link.repository.js';
import { LinkDirectory } from './link-directory.js';

export interface LinkChange {
  name?: string;
  channelId?: string;
  message?: string | null;
  utm?: Partial<Utm>;
  active?: boolean;
  /** Brings an archived link back, active unless said otherwise. */
  archived?: false;
}

/** Changes a link, or takes it away. Its slug, item and network never change: they are printed and shared. */
@Injectable()
export class ChangeLink {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly links: TrackedLinkRepository,
    private readonly channels: Channels,
    private readonly directory: LinkDirectory,
    private readonly audit: AuditTrail,
  ) {}

  change(by: Principal, id: string, change: LinkChange, ifMatch: number | undefined): Promise<void> {
    return this.transaction.run(async () => {
      const link = await this.links.byId(id);
      const restored = change.archived === false && Boolean(link?.archivedAt);
      if (!link || (link.archivedAt && !restored)) throw notFound('link');
      if (ifMatch !== undefined && ifMatch !== link.version) throw staleVersion(link.version);
      if (change.channelId && !(await this.channels.find(change.channelId))?.active)
        throw invalidField('/channelId', 'there is no such channel, or it is switched off');
      const given = givenFields(change);
      const { utm, archived: _, ...fields } = given;
      const changed = { ...link, ...(restored && { archivedAt: null, active: true }), ...fields };
      // As at the beginning: a parameter that is emptied is filled in by itself.
      await this.write(
        { ...changed, utm: utmOf({ ...changed, sku: null }, { ...link.utm, ...givenFields(utm ?? {}) }) },
        link.version,
      );
      await this.audit.record(
        by,
        restored ? 'link.restored' : 'link.changed',
        { type: 'link', id },
        { fields: Object.keys(given).sort() },
      );
    });
  }

  /** Archived when it has history, so that what it brought stays counted; deleted otherwise. */
  remove(by: Principal, id: string): Promise<'archived' | 'deleted'> {
    return this.transaction.run(async () => {
      const link = await this.links.byId(id);
      if (!link || link.archivedAt) throw notFound('link');
      const deleted = await this.links.deleteUnused(id);
      if (deleted) this.forget(link.slug);
      else await this.write({ ...link, active: false, archivedAt: this.clock.now() }, link.version);
      const outcome = deleted ? 'deleted' : 'archived';
      await this.audit.record(by, `link.${outcome}`, { type: 'link', id });
      return outcome;
    });
  }

  private async write(link: TrackedLinkEntity, readVersion: number): Promise<void> {
    const conflict = await this.links.update({ ...link, updatedAt: this.clock.now() }, readVersion);
    if (conflict === 'stale') throw staleVersion(readVersion + 1);
    if (conflict) throw nameTaken([link.network]);
    this.forget(link.slug);
  }

  private forget(slug: string): void {
    this.transaction.afterCommit(() => this.directory.forget(slug));
  }
}
