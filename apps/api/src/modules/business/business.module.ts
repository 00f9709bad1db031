import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { BusinessProfileRow } from './persistence/business-profile.repository.js';
import { Business } from './services/business.js';

@Module({ imports: [AuthModule], providers: [BusinessProfileRow, Business], exports: [Business] })
export class BusinessModule {}
