import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/index.js';
import { LinksModule } from './links.module.js';
import { AttributeEnquiryListener } from './listeners/attribute-enquiry.listener.js';
import { ShowOriginListener } from './listeners/show-origin.listener.js';

@Module({ imports: [LinksModule, ConversationsModule], providers: [AttributeEnquiryListener, ShowOriginListener] })
export class LinksWorkerModule {}
