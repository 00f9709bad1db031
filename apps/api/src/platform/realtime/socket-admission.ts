import type { IncomingHttpHeaders } from 'node:http';

/** Who a socket belongs to and which rooms it may hear. Implemented by the module that knows people. */
export abstract class SocketAdmission {
  /** Undefined: not signed in. Only what somebody does counts as use of a session: a page left open does not keep it alive. */
  abstract admit(
    headers: IncomingHttpHeaders,
    auth: Readonly<Record<string, unknown>>,
    options?: { asUse: boolean },
  ): Promise<AdmittedSocket | undefined>;
}

export interface AdmittedSocket {
  principal: { id: string; kind: 'user' | 'key'; name: string; permissions: readonly string[] };
  rooms: readonly string[];
}
