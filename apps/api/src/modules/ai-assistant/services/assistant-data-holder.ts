import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PersonalDataHolder, PersonalDataHolders } from '../../contacts/index.js';
import { AssistantPersonalData } from '../persistence/assistant-personal-data.js';

/** What the assistant knows about a customer. */
@Injectable()
export class AssistantDataHolder implements PersonalDataHolder, OnModuleInit {
  readonly name = 'assistant';

  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly data: AssistantPersonalData,
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
