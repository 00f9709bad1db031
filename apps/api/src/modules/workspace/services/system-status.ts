import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { ReadinessCheck } from '../../../platform/health/readiness.js';
import { SocketFanout } from '../../../platform/realtime/socket-fanout.js';
import { Channels } from '../../channels/index.js';
import type { SystemStatusView } from '../http/system.view.js';
import { SystemStatusQuery } from '../persistence/system-status.query.js';

/** How the whole is doing, for who runs it. */
@Injectable()
export class SystemStatus {
  constructor(
    private readonly readiness: ReadinessCheck,
    private readonly query: SystemStatusQuery,
    private readonly channels: Channels,
    private readonly sockets: SocketFanout,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<SystemStatusView> {
    const [{ ready, checks }, backlog, listeners, channels] = await Promise.all([
      this.readiness.ask(),
      this.query.backlog(),
      this.query.listeners(),
      this.channels.list(),
    ]);
    return {
      ready,
      checks,
      backlog,
      listeners: listeners.map(({ movedAt, ...listener }) => ({
        ...listener,
        movedAt: movedAt?.toISOString() ?? null,
      })),
      channels: channels.map(({ id, name, health: { state, reason } }) => ({ id, name, state, reason })),
      sockets: this.sockets.size,
      uptimeS: Math.floor(process.uptime()),
      now: this.clock.now().toISOString(),
    };
  }
}
