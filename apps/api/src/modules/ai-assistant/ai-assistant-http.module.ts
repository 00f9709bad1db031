import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { AiAssistantModule } from './ai-assistant.module.js';
import { AssistantController } from './http/assistant.controller.js';
import { TurnsController } from './http/turns.controller.js';
import { ReviewTurns } from './services/review-turns.js';

@Module({
  imports: [AiAssistantModule, AuthModule, ConversationsModule],
  controllers: [AssistantController, TurnsController],
  providers: [ReviewTurns],
})
export class AiAssistantHttpModule {}
