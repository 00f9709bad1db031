import { Module } from '@nestjs/common';
import { PersonalDataHolders } from './services/personal-data-holders.js';

@Module({ providers: [PersonalDataHolders], exports: [PersonalDataHolders] })
export class ContactsModule {}
