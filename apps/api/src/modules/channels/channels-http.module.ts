import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ChannelsModule } from './channels.module.js';
import { ChannelPresenter } from './http/channel-presenter.js';
import { ChannelsController } from './http/channels.controller.js';
import { SimulatorController } from './http/simulator.controller.js';
import { SimulatorProxy } from './http/simulator-proxy.js';
import { WebhookEventsController } from './http/webhook-events.controller.js';
import { WebhookRoutes } from './http/webhook-routes.js';
import { ChannelProblemsQuery } from './persistence/channel-problems.query.js';
import { ReceiptStore } from './persistence/receipt-store.js';
import { ChangeChannel } from './services/change-channel.js';
import { ConnectChannels } from './services/connect-channels.js';
import { FlightRecorder } from './services/flight-recorder.js';
import { ListProblems } from './services/list-problems.js';
import { MoveSandboxClock } from './services/move-sandbox-clock.js';
import { OpenChannel } from './services/open-channel.js';
import { RegisterWithSimulator } from './services/register-with-simulator.js';
import { RequireTeam } from './services/require-team.js';
import { SearchWebhooks } from './services/search-webhooks.js';
import { SimulatorCalls } from './services/simulator-calls.js';
import { TestChannel } from './services/test-channel.js';
import { ReceiptBatch } from './services/receipt-batch.js';
import { RefusedSignatures } from './services/refused-signatures.js';
import { WebhookIntake } from './services/webhook-intake.js';

const DOOR = [ReceiptStore, ReceiptBatch, RefusedSignatures, WebhookIntake, WebhookRoutes];
const RECORDER = [FlightRecorder, SearchWebhooks, ListProblems, ChannelProblemsQuery];
const ADMINISTRATION = [ConnectChannels, OpenChannel, ChangeChannel, TestChannel, RequireTeam, ChannelPresenter];
const SANDBOX = [RegisterWithSimulator, SimulatorCalls, SimulatorProxy, MoveSandboxClock];

@Module({
  imports: [AuthModule, ChannelsModule],
  controllers: [ChannelsController, SimulatorController, WebhookEventsController],
  providers: [...DOOR, ...RECORDER, ...ADMINISTRATION, ...SANDBOX],
})
export class ChannelsHttpModule {}
