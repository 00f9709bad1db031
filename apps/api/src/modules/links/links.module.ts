import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { Links } from './links.facade.js';
import { Attributions } from './persistence/attributions.js';
import { LinkClicks } from './persistence/link-clicks.js';
import { TrackedLinkEntity } from './persistence/tracked-link.entity.js';
import { TrackedLinkRepository } from './persistence/tracked-link.repository.js';
import { AttributeEnquiries } from './services/attribute-enquiries.js';
import { AttributionHolder } from './services/attribution-holder.js';
import { ChangeLink } from './services/change-link.js';
import { CreateLinks } from './services/create-links.js';
import { LateClicks } from './services/late-clicks.js';
import { LinkDirectory } from './services/link-directory.js';
import { LinkViews } from './services/link-views.js';
import { LinkedItems } from './services/linked-items.js';
import { OpenLink } from './services/open-link.js';
import { RecordClick } from './services/record-click.js';

@Module({
  imports: [TypeOrmModule.forFeature([TrackedLinkEntity]), AuthModule, ContactsModule, CatalogueModule, ChannelsModule],
  providers: [
    Links,
    TrackedLinkRepository,
    LinkClicks,
    Attributions,
    LinkedItems,
    LinkDirectory,
    LinkViews,
    CreateLinks,
    ChangeLink,
    RecordClick,
    LateClicks,
    OpenLink,
    AttributeEnquiries,
    AttributionHolder,
  ],
  exports: [Links, CreateLinks, ChangeLink, LinkViews, OpenLink, AttributeEnquiries],
})
export class LinksModule {}
