import { Module } from '@nestjs/common';
import { BusinessModule } from './business.module.js';
import { SettingsController } from './http/settings.controller.js';

@Module({ imports: [BusinessModule], controllers: [SettingsController] })
export class BusinessHttpModule {}
