import type { IncomingHttpHeaders } from 'node:http';

/** Who a socket belongs to and which rooms it may hear. Implemented by the module that knows people. */
export abstract class SocketAdmission {
  /** Undefined: not signed in. */
  abstract admit(headers: IncomingHttpHeaders, auth: Readonly<Record<string, unknown>>): Promise<AdmittedSocket | undefined>;
}

export interface AdmittedSocket {
  principal: { id: string; kind: 'user' | 'key'; name: string };
  rooms: readonly string[];
}
