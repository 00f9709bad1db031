import { Injectable } from '@nestjs/common';
import { Channels, type ChannelCard } from '../../channels/index.js';
import type { TrackedLinkEntity } from '../persistence/tracked-link.entity.js';
import { TrackedLinkRepository } from '../persistence/tracked-link.repository.js';
import { LinkedItems, type LinkedItem } from './linked-items.js';

/** A link that may be opened, with everything that opening it needs. */
export interface OpenableLink {
  link: TrackedLinkEntity;
  channel: ChannelCard;
  item: LinkedItem | null;
}

interface Entry {
  readAt: number;
  found: Promise<OpenableLink | null>;
}

/** Another process may have changed a link: what is known here is believed this long. */
const BELIEVED_MS = 5000;
const MOST_KNOWN = 10_000;

/** Links by slug, kept in memory so that a crowd on one link costs one look a few seconds. */
@Injectable()
export class LinkDirectory {
  private readonly known = new Map<string, Entry>();

  constructor(
    private readonly links: TrackedLinkRepository,
    private readonly channels: Channels,
    private readonly items: LinkedItems,
  ) {}

  /** Null when there is none, or none that is active. @throws when it is not known and the database does not answer. */
  find(slug: string): Promise<OpenableLink | null> {
    const entry = this.known.get(slug);
    if (entry && Date.now() - entry.readAt < BELIEVED_MS) return entry.found;
    const next = this.read(slug);
    // While the database is away, a link that was known still opens.
    const found = next.catch((error: unknown) => {
      if (entry) return entry.found;
      this.known.delete(slug);
      throw error;
    });
    this.known.delete(slug);
    this.known.set(slug, { readAt: Date.now(), found });
    if (this.known.size > MOST_KNOWN) this.known.delete(this.known.keys().next().value ?? '');
    return found;
  }

  forget(slug: string): void {
    this.known.delete(slug);
  }

  private async read(slug: string): Promise<OpenableLink | null> {
    const link = await this.links.bySlug(slug);
    if (!link || !link.active || link.archivedAt) return null;
    const channel = await this.channels.find(link.channelId);
    if (!channel?.active) return null;
    const items = await this.items.byIds([link.itemId]);
    return { link, channel, item: items.get(link.itemId ?? '') ?? null };
  }
}
