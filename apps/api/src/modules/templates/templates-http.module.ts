import { Module } from '@nestjs/common';
import { TemplatesController } from './http/templates.controller.js';
import { TemplatesModule } from './templates.module.js';

/** Templates over HTTP. */
@Module({ imports: [TemplatesModule], controllers: [TemplatesController] })
export class TemplatesHttpModule {}
