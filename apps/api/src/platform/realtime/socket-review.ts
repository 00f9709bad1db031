import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { SocketAdmission, type AdmittedSocket } from './socket-admission.js';
import { SocketFanout } from './socket-fanout.js';

const EVERY_MS = 60_000;

/**
 * Asks again, now and then, whether each socket may still be here. Whoever is sent away is cut at once elsewhere; this
 * is for what ends without anybody ending it: sessions and keys that run out.
 */
@Injectable()
export class SocketReview implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('realtime');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly admission: SocketAdmission,
    private readonly fanout: SocketFanout,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.review(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One after the other: nobody waits for it. */
  async review(): Promise<void> {
    for (const socket of this.fanout.sockets()) {
      try {
        if (!(await this.mayStay(socket))) socket.disconnect(true);
      } catch (error) {
        this.logger.warn(`sockets could not be reviewed: ${error instanceof Error ? error.message : String(error)}`);
        return;
      }
    }
  }

  /** Who may do or hear something else than at the door comes in again, and gets that. Rooms joined since, to look at something, do not count. */
  private async mayStay({ handshake, data }: Socket): Promise<boolean> {
    const admitted = await this.admission.admit(handshake.headers, handshake.auth, { asUse: false });
    if (!admitted) return false;
    const { principal, admittedTo } = data as {
      principal: AdmittedSocket['principal'];
      admittedTo: AdmittedSocket['rooms'];
    };
    return isDeepStrictEqual(heldBy(admitted), heldBy({ principal, rooms: admittedTo }));
  }
}

const heldBy = ({ principal, rooms }: AdmittedSocket) => ({
  rooms: new Set(rooms),
  permissions: new Set(principal.permissions),
});
