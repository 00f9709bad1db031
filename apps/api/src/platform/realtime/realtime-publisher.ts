import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { newId } from '../ids/uuid.js';
import type { ProjectedEvent } from './realtime-projection.js';
import { SocketFanout, type VolatileEvent } from './socket-fanout.js';

interface Frame {
  from: string;
  events?: ProjectedEvent[];
  volatile?: VolatileEvent;
  cut?: string;
}

/** Carries what panels must see to every process that holds sockets: directly in this one, by Redis to the others. */
@Injectable()
export class RealtimePublisher implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('realtime');
  private readonly id = newId();
  private readonly pub: Redis;
  private sub: Redis | undefined;
  private readonly channel: string;

  constructor(
    private readonly config: Config,
    private readonly fanout: SocketFanout,
    private readonly clock: Clock,
  ) {
    this.pub = this.connect();
    // Redis publishes to all its numbered databases: without the number, installations that share a server would show each other's customers.
    this.channel = `hilo:realtime:${this.pub.options.db ?? 0}`;
  }

  onApplicationBootstrap(): void {
    if (!this.config.servesHttp) return;
    this.sub = this.connect();
    this.sub.on('message', (_channel, text) => this.receive(text));
    this.fanout.onAudience((present) => this.listen(present));
  }

  /** False when no socket is held anywhere: then nothing needs to be told. */
  async hasAudience(): Promise<boolean> {
    return this.fanout.size > 0 || (await this.others()) > 0;
  }

  async onApplicationShutdown(): Promise<void> {
    this.pub.disconnect();
    this.sub?.disconnect();
  }

  async publish(events: ProjectedEvent[]): Promise<void> {
    if (events.length === 0) return;
    this.fanout.deliver(events);
    if ((await this.others()) > 0) this.send({ from: this.id, events });
  }

  /** Typing, presence: not kept, not numbered. */
  emitVolatile(rooms: readonly string[], type: string, data: unknown, exceptUserId?: string): void {
    const volatile: VolatileEvent = {
      rooms,
      type,
      data,
      at: this.clock.now().toISOString(),
      ...(exceptUserId && { exceptUserId }),
    };
    this.fanout.deliverVolatile(volatile);
    this.send({ from: this.id, volatile });
  }

  /** Cuts every socket in a room, wherever it is held: sessions that ended, roles that changed. */
  disconnect(room: string): void {
    this.fanout.disconnect(room);
    this.send({ from: this.id, cut: room });
  }

  /** Processes with sockets hear the channel; those without do not. */
  private listen(present: boolean): void {
    const done = present ? this.sub?.subscribe(this.channel) : this.sub?.unsubscribe(this.channel);
    done?.catch(() => this.logger.warn('Redis does not answer; other processes are heard once it does'));
  }

  private async others(): Promise<number> {
    const answer = await this.pub.pubsub('NUMSUB', this.channel).catch(() => [this.channel, 0]);
    return Number(answer[1] ?? 0) - (this.fanout.size > 0 ? 1 : 0);
  }

  private send(frame: Frame): void {
    this.pub.publish(this.channel, JSON.stringify(frame)).catch(() => undefined);
  }

  private receive(text: string): void {
    const frame = JSON.parse(text) as Frame;
    if (frame.from === this.id) return;
    if (frame.events) this.fanout.deliver(frame.events);
    if (frame.volatile) this.fanout.deliverVolatile(frame.volatile);
    if (frame.cut) this.fanout.disconnect(frame.cut);
  }

  private connect(): Redis {
    const connection = new Redis(this.config.redisUrl, {
      maxRetriesPerRequest: 1,
      enableReadyCheck: false,
      retryStrategy: (times) => Math.min(times * 100, 2000),
    });
    connection.on('error', () => undefined);
    return connection;
  }
}
