import { io, type Socket } from 'socket.io-client';
import type { ApiClient } from './api-client.js';
import { until } from './until.js';

export interface Told {
  seq: string;
  type: string;
  at: string;
  data: Record<string, unknown>;
}

export interface PanelSocket {
  /** What it was told, as it came. */
  events: Told[];
  /** Typing and presence, which are not kept. */
  signs: Omit<Told, 'seq'>[];
  view(conversationId: string | null): void;
  typing(conversationId: string): void;
  /** The first event of this type that fits. */
  hears(type: string, fits?: (data: Record<string, unknown>) => boolean): Promise<Told>;
  sees(type: string, fits?: (data: Record<string, unknown>) => boolean): Promise<Omit<Told, 'seq'>>;
  close(): void;
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

/** Listens as a panel does. @throws when the server does not let it in */
export async function panelSocket(origin: string, client: Pick<ApiClient, 'identity'>): Promise<PanelSocket> {
  const socket = io(`${origin}/realtime`, {
    path: '/socket.io',
    transports: ['websocket'],
    extraHeaders: { ...client.identity, origin },
    reconnection: false,
    forceNew: true,
  });
  const events: Told[] = [];
  const signs: Omit<Told, 'seq'>[] = [];
  socket.on('events', (came: Told[]) => events.push(...came));
  socket.on('volatile', (came: Omit<Told, 'seq'>[]) => signs.push(...came));
  try {
    await connected(socket);
  } catch (error) {
    socket.close();
    throw error;
  }
  const found = <T extends { type: string; data: Record<string, unknown> }>(
    among: T[],
    type: string,
    fits: (data: Record<string, unknown>) => boolean,
  ): Promise<T> =>
    until(`to be told ${type}`, () => Promise.resolve(among.find((one) => one.type === type && fits(one.data))));
  return {
    events,
    signs,
    view: (conversationId) => void socket.emit('view', { conversationId }),
    typing: (conversationId) => void socket.emit('typing', { conversationId }),
    hears: (type, fits = () => true) => found(events, type, fits),
    sees: (type, fits = () => true) => found(signs, type, fits),
    close: () => void socket.close(),
  };
}
