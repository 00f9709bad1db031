import { Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue.module.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { FaqController } from './http/faq.controller.js';
import { PhotosController } from './http/photos.controller.js';

/** The catalogue over HTTP. */
@Module({ imports: [CatalogueModule], controllers: [PhotosController, CatalogueController, FaqController] })
export class CatalogueHttpModule {}
