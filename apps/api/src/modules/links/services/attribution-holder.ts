import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataHolders, type PersonalDataHolder } from '../../contacts/index.js';
import { Attributions } from '../persistence/attributions.js';

/** What links know about a customer: where each of their enquiries came from. */
@Injectable()
export class AttributionHolder implements PersonalDataHolder, OnModuleInit {
  readonly name = 'attributions';

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly attributions: Attributions,
  ) {}

  onModuleInit(): void {
    this.holders.register(this);
  }

  exportOf(contactId: string): Promise<unknown> {
    return this.attributions.ofContact(contactId);
  }

  erase(contactId: string): Promise<void> {
    return this.attributions.forgetContact(contactId);
  }
}
