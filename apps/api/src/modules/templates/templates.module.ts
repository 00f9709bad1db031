import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../contacts/index.js';
import { TemplateRows } from './persistence/template-rows.js';
import { TemplateShelf } from './services/template-shelf.js';
import { TemplateSync } from './services/template-sync.js';
import { Templates } from './templates.facade.js';

/** Messages that the providers have approved. */
@Module({
  imports: [ChannelsModule, ContactsModule],
  providers: [TemplateRows, TemplateShelf, TemplateSync, Templates],
  exports: [TemplateRows, TemplateShelf, TemplateSync, Templates],
})
export class TemplatesModule {}
