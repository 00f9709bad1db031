import { create } from 'zustand';

export type Connection = 'connecting' | 'online' | 'reconnecting' | 'offline';

interface ConnectionState {
  connection: Connection;
  /** When it last left `online` (epoch ms), so that a blink is not shown. */
  since: number;
}

export const useConnection = create<ConnectionState>(() => ({ connection: 'connecting', since: Date.now() }));

export function setConnection(connection: Connection): void {
  if (useConnection.getState().connection !== connection) useConnection.setState({ connection, since: Date.now() });
}
