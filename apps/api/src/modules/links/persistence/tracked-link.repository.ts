import { Injectable } from '@nestjs/common';
import { In, IsNull, QueryFailedError } from 'typeorm';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import type { Network } from '../domain/network.js';
import { TrackedLinkEntity } from './tracked-link.entity.js';

/** What refused a write: the name is taken, or another writer was faster. */
export type LinkConflict = 'name_taken' | 'slug_taken' | 'stale';

const CONSTRAINTS: Readonly<Record<string, LinkConflict>> = {
  tracked_link_once: 'name_taken',
  tracked_link_slug_key: 'slug_taken',
};

@Injectable()
export class TrackedLinkRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly sql: Sql,
  ) {}

  byId(id: string): Promise<TrackedLinkEntity | null> {
    return this.transaction.repository(TrackedLinkEntity).findOneBy({ id });
  }

  bySlug(slug: string): Promise<TrackedLinkEntity | null> {
    return this.transaction.repository(TrackedLinkEntity).findOneBy({ slug });
  }

  byIds(ids: readonly string[]): Promise<TrackedLinkEntity[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.transaction.repository(TrackedLinkEntity).findBy({ id: In([...new Set(ids)]) });
  }

  /** Networks on which this item already has a link of this name. */
  async networksTaken(itemId: string | null, name: string, networks: readonly Network[]): Promise<Set<Network>> {
    const found = await this.transaction
      .repository(TrackedLinkEntity)
      .findBy({ itemId: itemId ?? IsNull(), name, network: In([...networks]), archivedAt: IsNull() });
    return new Set(found.map((link) => link.network));
  }

  insert(link: TrackedLinkEntity): Promise<LinkConflict | undefined> {
    return conflictOf(async () => {
      await this.transaction.repository(TrackedLinkEntity).insert(link);
      return undefined;
    });
  }

  /** Writes only over the version it was read with. */
  update(link: TrackedLinkEntity, readVersion: number): Promise<LinkConflict | undefined> {
    return conflictOf(async () => {
      const { id, ...fields } = link;
      const { affected } = await this.transaction
        .repository(TrackedLinkEntity)
        .update({ id, version: readVersion }, { ...fields, version: readVersion + 1 });
      return affected === 1 ? undefined : 'stale';
    });
  }

  /** Deletes what nobody ever opened; false when there is history. */
  async deleteUnused(id: string): Promise<boolean> {
    const gone = await this.sql.affected(
      `delete from tracked_link l where l.id = $1
          and not exists (select 1 from link_click c where c.link_id = l.id)
          and not exists (select 1 from attribution a where a.link_id = l.id)
          and not exists (select 1 from link_outcome o where o.link_id = l.id)`,
      [id],
    );
    return gone === 1;
  }
}

async function conflictOf(write: () => Promise<LinkConflict | undefined>): Promise<LinkConflict | undefined> {
  try {
    return await write();
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
    const conflict = constraint === undefined ? undefined : CONSTRAINTS[constraint];
    if (conflict) return conflict;
    throw error;
  }
}
