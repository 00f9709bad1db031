import { describe, expect, it } from '@jest/globals';
import { SocketFanout } from './socket-fanout.js';

type Attached = Parameters<SocketFanout['attach']>[0];

/** Sockets in rooms, as the server keeps them: what they are sent is written down. */
function sockets(rooms: Record<string, string[]>): {
  fanout: SocketFanout;
  frames: [socket: string, event: string, count: number][];
  cut: string[];
} {
  const frames: [string, string, number][] = [];
  const cut: string[] = [];
  const emit = (id: string) => (event: string, list: unknown[]) => frames.push([id, event, list.length]);
  const ids = [...new Set(Object.values(rooms).flat())];
  const namespace = {
    on: () => undefined,
    adapter: { rooms: new Map(Object.entries(rooms).map(([room, members]) => [room, new Set(members)])) },
    sockets: new Map(
      ids.map((id) => [
        id,
        {
          data: { principal: { id: `user-${id}` } },
          emit: emit(id),
          disconnect: () => cut.push(id),
        },
      ]),
    ),
  };
  const fanout = new SocketFanout();
  fanout.attach(namespace as unknown as Attached);
  return { fanout, frames, cut };
}
const event = (...rooms: string[]) => ({
  seq: '1',
  type: 'message.created',
  at: '2026-11-21T07:00:00Z',
  data: {},
  rooms,
});

describe('giving sockets what they may see', () => {
  it('reaches exactly the rooms that are named', () => {
    const { fanout, frames } = sockets({ 'inbox:all': ['a'], 'team:1': ['b'], 'user:9': ['c'] });
    fanout.deliver([event('inbox:all', 'user:9')]);
    expect(frames).toEqual([
      ['a', 'events', 1],
      ['c', 'events', 1],
    ]);
  });

  it('tells nobody when no room may see it', () => {
    const { fanout, frames } = sockets({ everyone: ['a'] });
    fanout.deliver([event(), event('team:unknown')]);
    expect(frames).toEqual([]);
  });

  it('sends a socket in several rooms one copy, and many events as one frame', () => {
    const { fanout, frames } = sockets({ 'inbox:all': ['a'], 'user:1': ['a'], 'team:1': ['a', 'b'] });
    fanout.deliver([event('inbox:all', 'user:1', 'team:1'), event('user:1'), event('team:1')]);
    expect(frames).toEqual([
      ['a', 'events', 3],
      ['b', 'events', 2],
    ]);
  });

  it('does not echo typing to who types', () => {
    const { fanout, frames } = sockets({ 'conversation:1': ['a', 'b'] });
    fanout.deliverVolatile({ type: 'typing', at: '', data: {}, rooms: ['conversation:1'], exceptUserId: 'user-a' });
    expect(frames).toEqual([['b', 'volatile', 1]]);
  });

  it('cuts a whole room and only that', () => {
    const { fanout, cut } = sockets({ 'user:1': ['a', 'b'], 'user:2': ['c'] });
    fanout.disconnect('user:1');
    expect(cut).toEqual(['a', 'b']);
  });

  it('is quiet before anybody can connect', () => {
    const fanout = new SocketFanout();
    fanout.deliver([event('inbox:all')]);
    fanout.disconnect('inbox:all');
    expect(fanout.size).toBe(0);
  });
});
