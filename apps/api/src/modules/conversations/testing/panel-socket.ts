import { io } from 'socket.io-client';

export interface PanelSocket {
  /** Everything heard so far, in order: what is logged and what is volatile. */
  heard: { type: string; data: Record<string, unknown> }[];
  say(what: string, body: unknown): Promise<{ ok: boolean } | undefined>;
  close(): void;
}

/** A panel's socket, or another system's, that has been admitted. */
export async function openSocket(origin: string, headers: Readonly<Record<string, string>>): Promise<PanelSocket> {
  const { authorization, ...extraHeaders } = headers;
  const socket = io(`${origin}/realtime`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders,
    auth: authorization ? { token: authorization.replace('Bearer ', '') } : {},
  });
  const heard: PanelSocket['heard'] = [];
  for (const frame of ['events', 'volatile']) socket.on(frame, (events: PanelSocket['heard']) => heard.push(...events));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return {
    heard,
    say: (what, body) =>
      socket
        .timeout(20_000)
        .emitWithAck(what, body)
        .then((answer: { ok: boolean }) => answer)
        .catch(() => undefined),
    close: () => socket.disconnect(),
  };
}
