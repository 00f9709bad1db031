import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, type PersonalDataHolder } from '../../contacts/index.js';
import { LeadPersonalData } from '../persistence/lead-personal-data.js';

/** What leads know about a customer. */
@Injectable()
export class LeadHolder implements PersonalDataHolder, OnModuleInit {
  readonly name = 'leads';

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly data: LeadPersonalData,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  exportOf(contactId: string): Promise<unknown> {
    return this.data.of(contactId);
  }

  erase(contactId: string): Promise<void> {
    return this.data.erase(contactId);
  }
}
