import { Module } from '@nestjs/common';
import { BusinessModule } from '../business/index.js';
import { ContactsModule } from '../contacts/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { LeadsModule } from '../leads/index.js';
import { LinksModule } from '../links/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { AiAssistantModule } from './ai-assistant.module.js';
import { AnswerTurnsJob } from './jobs/answer-turns.job.js';
import { AskIsacListener } from './listeners/ask-isac.listener.js';
import { TurnRows } from './persistence/turn-rows.js';
import { ActOnTurn } from './services/act-on-turn.js';
import { AnswerTurns } from './services/answer-turns.js';
import { AskForAnswers } from './services/ask-for-answers.js';
import { AttemptThought } from './services/attempt-thought.js';
import { CallPerson } from './services/call-person.js';
import { ExcuseWords } from './services/excuse-words.js';
import { FinishTurn } from './services/finish-turn.js';
import { KeepFindings } from './services/keep-findings.js';
import { ReadBurst } from './services/read-burst.js';

@Module({
  imports: [
    AiAssistantModule,
    BusinessModule,
    ContactsModule,
    ConversationsModule,
    LeadsModule,
    LinksModule,
    NotificationsModule,
  ],
  providers: [
    ActOnTurn,
    AnswerTurns,
    AnswerTurnsJob,
    AskForAnswers,
    AskIsacListener,
    AttemptThought,
    CallPerson,
    ExcuseWords,
    FinishTurn,
    KeepFindings,
    ReadBurst,
    TurnRows,
  ],
})
export class AiAssistantWorkerModule {}
