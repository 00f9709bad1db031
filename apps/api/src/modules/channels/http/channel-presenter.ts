import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { notFound } from '../../../platform/http/domain-error.js';
import { People } from '../../auth/index.js';
import { FlightRecorderQuery } from '../persistence/flight-recorder.query.js';
import { ChannelRegistry } from '../services/channel-registry.js';
import { type ChannelCard, Channels } from '../services/channels.js';
import type { ChannelView } from './channel-view.js';

/** A channel as JSON: everything but its secrets, of which only the names are told. */
@Injectable()
export class ChannelPresenter {
  constructor(
    private readonly channels: Channels,
    private readonly registry: ChannelRegistry,
    private readonly recorder: FlightRecorderQuery,
    private readonly people: People,
    private readonly config: Config,
  ) {}

  async all(): Promise<ChannelView[]> {
    return this.present(await this.channels.list());
  }

  /** @throws not_found */
  async one(id: string): Promise<ChannelView> {
    const card = await this.channels.find(id);
    const [view] = card ? await this.present([card]) : [];
    if (!view) throw notFound('channel');
    return view;
  }

  private async present(cards: readonly ChannelCard[]): Promise<ChannelView[]> {
    const [lastReceived, teams, secrets] = await Promise.all([
      this.recorder.lastReceived(),
      this.people.teamsByIds(cards.flatMap(({ teamId }) => teamId ?? [])),
      Promise.all(
        cards.map(
          async ({ id }) => [id, Object.keys((await this.channels.connect(id)).connection.credentials)] as const,
        ),
      ),
    ]);
    const namesOf = new Map(secrets);
    return cards.map(({ teamId, health, createdAt, ...card }) => {
      const door = this.registry.doorOf(card.kind)?.name ?? null;
      return {
        ...card,
        team: (teamId && teams.get(teamId)) || null,
        health: { ...health, since: health.since?.toISOString() ?? null },
        webhookUrl: door && `${this.config.publicUrl}/webhooks/${door}`,
        lastWebhookAt: (door && lastReceived.get(door)?.toISOString()) || null,
        credentials: namesOf.get(card.id) ?? [],
        createdAt: createdAt.toISOString(),
      };
    });
  }
}
