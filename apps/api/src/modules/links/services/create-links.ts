import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { invalidField } from '../../../platform/http/domain-error.js';
import { newId } from '../../../platform/ids/uuid.js';
import { AuditTrail, type Principal } from '../../auth/index.js';
import { Channels } from '../../channels/index.js';
import type { Network } from '../domain/network.js';
import { SLUG_LENGTH, slugFrom } from '../domain/short-code.js';
import { utmOf, type Utm } from '../domain/utm.js';
import { nameTaken } from '../links.errors.js';
import type { TrackedLinkEntity } from '../persistence/tracked-link.entity.js';
import { TrackedLinkRepository } from '../persistence/tracked-link.repository.js';
import { LinkedItems } from './linked-items.js';

export interface NewLinks {
  itemId: string | null;
  name: string;
  networks: readonly Network[];
  channelId: string;
  message: string | null;
  utm: Partial<Utm>;
}

/** One item on several networks at once: all links or none. */
@Injectable()
export class CreateLinks {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly links: TrackedLinkRepository,
    private readonly channels: Channels,
    private readonly items: LinkedItems,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the ids, in the order of the networks. */
  create(by: Principal, input: NewLinks): Promise<string[]> {
    return this.transaction.run(async () => {
      const sku = await this.skuOf(input.itemId);
      if (!(await this.channels.find(input.channelId))?.active)
        throw invalidField('/channelId', 'there is no such channel, or it is switched off');
      const taken = await this.links.networksTaken(input.itemId, input.name, input.networks);
      if (taken.size > 0) throw nameTaken([...taken]);
      const ids: string[] = [];
      for (const network of new Set(input.networks)) ids.push(await this.createOne(by, input, network, sku));
      return ids;
    });
  }

  private async createOne(by: Principal, input: NewLinks, network: Network, sku: string | null): Promise<string> {
    const now = this.clock.now();
    const { itemId, name, channelId, message } = input;
    const link: TrackedLinkEntity = {
      id: newId(),
      slug: await this.freeSlug(),
      itemId,
      network,
      name,
      channelId,
      message,
      utm: utmOf({ network, name, sku }, input.utm),
      active: true,
      archivedAt: null,
      createdBy: by.kind === 'user' ? by.id : null,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    if (await this.links.insert(link)) throw nameTaken([network]);
    await this.audit.record(by, 'link.created', { type: 'link', id: link.id }, { network, itemId, channelId });
    return link.id;
  }

  private async freeSlug(): Promise<string> {
    let slug = slugFrom(randomBytes(SLUG_LENGTH));
    while (await this.links.bySlug(slug)) slug = slugFrom(randomBytes(SLUG_LENGTH));
    return slug;
  }

  private async skuOf(itemId: string | null): Promise<string | null> {
    if (!itemId) return null;
    const item = (await this.items.byIds([itemId])).get(itemId);
    if (!item) throw invalidField('/itemId', 'there is no such item');
    return item.sku;
  }
}
