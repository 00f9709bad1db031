import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { BusinessModule } from '../business/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ContactsModule } from '../contacts/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { Assistant } from './assistant.facade.js';
import { SuggestionProjection } from './gateway/suggestion.projection.js';
import { AssistantPersonalData } from './persistence/assistant-personal-data.js';
import { QualificationRows } from './persistence/qualification-rows.js';
import { SealedSlots } from './persistence/sealed-slots.js';
import { SettingsRow } from './persistence/settings-row.js';
import { TurnList } from './persistence/turn-list.js';
import { AssistantDataHolder } from './services/assistant-data-holder.js';
import { ChangeAssistantSettings } from './services/change-assistant-settings.js';
import { CurrentShop } from './services/current-shop.js';
import { Qualifications } from './services/qualifications.js';
import { Think } from './services/think.js';

@Module({
  imports: [AuthModule, BusinessModule, CatalogueModule, ContactsModule, ConversationsModule],
  providers: [
    Assistant,
    AssistantDataHolder,
    AssistantPersonalData,
    ChangeAssistantSettings,
    CurrentShop,
    QualificationRows,
    Qualifications,
    SealedSlots,
    SettingsRow,
    SuggestionProjection,
    Think,
    TurnList,
  ],
  exports: [
    Assistant,
    ChangeAssistantSettings,
    CurrentShop,
    QualificationRows,
    Qualifications,
    SealedSlots,
    SettingsRow,
    Think,
    TurnList,
  ],
})
export class AiAssistantModule {}
