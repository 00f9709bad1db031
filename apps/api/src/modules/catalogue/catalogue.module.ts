import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/index.js';
import { Catalogue } from './catalogue.facade.js';
import { CatalogueRepository } from './persistence/catalogue.repository.js';
import { FaqEntity } from './persistence/faq.entity.js';
import { PhotoRows } from './persistence/photo-rows.js';
import { ItemSearchQuery } from './persistence/item-search.query.js';
import { ItemEntity } from './persistence/item.entity.js';
import { CatalogueShelf } from './services/catalogue-shelf.js';
import { FaqEditing } from './services/faq-editing.js';
import { ItemEditing } from './services/item-editing.js';
import { ItemSearch } from './services/item-search.js';
import { Photos } from './services/photos.js';

/** What the business offers, and what it answers to questions that come again and again. */
@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([ItemEntity, FaqEntity])],
  providers: [
    CatalogueRepository,
    ItemSearchQuery,
    ItemSearch,
    ItemEditing,
    FaqEditing,
    CatalogueShelf,
    Catalogue,
    PhotoRows,
    Photos,
  ],
  exports: [Catalogue, CatalogueShelf, Photos, ItemEditing, FaqEditing],
})
export class CatalogueModule {}
