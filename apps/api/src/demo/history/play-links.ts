import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Principal } from '../../modules/auth/index.js';
import { Catalogue } from '../../modules/catalogue/index.js';
import { clickCodeFrom, CLICK_CODE_LENGTH } from '../../modules/links/domain/short-code.js';
import { classifyVisitor } from '../../modules/links/domain/visitor.js';
import { CreateLinks } from '../../modules/links/services/create-links.js';
import { RecordClick, type Visit } from '../../modules/links/services/record-click.js';
import type { DemoLink } from './demo-data.js';
import type { MadeLink } from './demo-cast.js';
import type { PlannedClick } from './plan-clicks.js';
import { TimeTravel } from './time-travel.js';

const DAY = 86_400_000;

/** Publishes the links and lets people open them. */
@Injectable()
export class PlayLinks {
  constructor(
    private readonly create: CreateLinks,
    private readonly catalogue: Catalogue,
    private readonly modules: ModuleRef,
    private readonly travel: TimeTravel,
  ) {}

  async publish(
    links: readonly DemoLink[],
    by: Principal,
    channelId: string,
    now: Date,
  ): Promise<Map<string, MadeLink>> {
    const made = new Map<string, MadeLink>();
    for (const link of [...links].sort((a, b) => b.age - a.age)) {
      this.travel.to(new Date(now.getTime() - link.age * DAY - DAY / 4));
      const item = await this.catalogue.bySku(link.sku);
      if (!item) throw new Error(`the demo sells no ${link.sku}`);
      const [id] = await this.create.create(by, {
        itemId: item.id,
        name: link.name,
        networks: [link.network],
        channelId,
        message: null,
        utm: {},
      });
      if (id) made.set(link.key, { ...link, id, itemId: item.id, itemName: item.name });
    }
    return made;
  }

  /** Returns the code that a person carries on; null for a machine. */
  async click(
    { at, agent, ip }: PlannedClick,
    link: MadeLink,
    channelId: string,
    random: () => number,
  ): Promise<string | null> {
    const record = this.modules.get(RecordClick, { strict: false });
    const kind = classifyVisitor({ method: 'GET', userAgent: agent, purposes: [] });
    const visit: Visit = {
      link: { id: link.id, itemId: link.itemId, network: link.network, channelId },
      kind,
      at,
      ip,
      userAgent: agent,
      referrer: REFERRERS[link.network],
      utm: null,
    };
    if (kind === 'human')
      return record.person(
        visit,
        clickCodeFrom(Uint8Array.from({ length: CLICK_CODE_LENGTH }, () => Math.floor(random() * 256))),
      );
    await record.passerBy(visit);
    return null;
  }
}

const REFERRERS: Readonly<Record<string, string>> = {
  facebook: 'https://m.facebook.com/',
  instagram: 'https://l.instagram.com/',
  google: 'https://www.google.com/',
  tiktok: 'https://www.tiktok.com/',
};
