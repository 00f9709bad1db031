import { Module } from '@nestjs/common';
import { ContactsModule } from './contacts.module.js';
import { ContactsController } from './http/contacts.controller.js';
import { MergeSuggestionsController } from './http/merge-suggestions.controller.js';

/** The address book over HTTP. The narrower path comes first, or `:id` would take it. */
@Module({ imports: [ContactsModule], controllers: [MergeSuggestionsController, ContactsController] })
export class ContactsHttpModule {}
