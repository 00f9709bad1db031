import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { LinksController } from './http/links.controller.js';
import { ShortLinkController } from './http/short-link.controller.js';
import { LinksModule } from './links.module.js';

@Module({ imports: [LinksModule, AuthModule], controllers: [LinksController, ShortLinkController] })
export class LinksHttpModule {}
