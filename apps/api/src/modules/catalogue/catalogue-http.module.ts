import { Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue.module.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { FaqController } from './http/faq.controller.js';

/** The catalogue over HTTP. */
@Module({ imports: [CatalogueModule], controllers: [CatalogueController, FaqController] })
export class CatalogueHttpModule {}
