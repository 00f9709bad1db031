import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import { SocketAdmission, type AdmittedSocket } from '../../../platform/realtime/socket-admission.js';
import { bearerOf } from '../domain/secret-tokens.js';
import { roomsOf } from '../domain/socket-rooms.js';
import { sessionTokenOf } from '../http/session-cookie.js';
import { Authenticator } from '../services/authenticator.js';

/** Sockets come in by the same session or key as requests: `auth: { token: 'hilo_…' }` or the header for a key. */
@Injectable()
export class AdmitPeopleAndKeys extends SocketAdmission {
  constructor(private readonly authenticator: Authenticator) {
    super();
  }

  async admit(
    headers: IncomingHttpHeaders,
    auth: Readonly<Record<string, unknown>>,
    { asUse } = { asUse: true },
  ): Promise<AdmittedSocket | undefined> {
    const token = typeof auth['token'] === 'string' ? auth['token'] : bearerOf(headers.authorization);
    const authenticated = await this.authenticator.authenticate({
      apiKey: token,
      sessionToken: sessionTokenOf(headers.cookie),
      address: 'socket',
      asUse,
    });
    if (!authenticated) return undefined;
    const { principal, sessionId } = authenticated;
    return {
      principal: {
        id: principal.id,
        kind: principal.kind,
        name: principal.name,
        permissions: [...principal.permissions],
      },
      rooms: roomsOf(principal, sessionId),
    };
  }
}
