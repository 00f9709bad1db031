import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import {
  type ChannelProblem,
  problemOfHealth,
  problemOfSignatures,
  problemOfWebhooks,
} from '../domain/channel-problems.js';
import { ChannelProblemsQuery } from '../persistence/channel-problems.query.js';
import { FlightRecorderQuery } from '../persistence/flight-recorder.query.js';
import { type ChannelCard, Channels } from './channels.js';

const DAY_MS = 86_400_000;
const SIGNATURE_DAYS = 7;
const WEBHOOK_DAYS = 30;

/** Everything about the channels that waits for a person. */
@Injectable()
export class ListProblems {
  constructor(
    private readonly query: ChannelProblemsQuery,
    private readonly recorder: FlightRecorderQuery,
    private readonly channels: Channels,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ChannelProblem[]> {
    const daysAgo = (days: number): Date => new Date(this.clock.now().getTime() - days * DAY_MS);
    const [cards, webhooks, signatures] = await Promise.all([
      this.channels.list(),
      this.query.counted(daysAgo(WEBHOOK_DAYS)),
      this.recorder.badSignatures(daysAgo(SIGNATURE_DAYS - 1)),
    ]);
    return [
      ...cards.flatMap(unhealthy),
      ...signatures.map(({ door, count }) => problemOfSignatures(door, Number(count), SIGNATURE_DAYS)),
      ...webhooks.map(problemOfWebhooks),
    ];
  }
}

const unhealthy = ({ id, name, active, health: { state, reason, since } }: ChannelCard): ChannelProblem[] =>
  active && state !== 'healthy' ? [problemOfHealth({ id, name, state, reason, since })] : [];
