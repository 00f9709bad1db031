/** How much work waits, by where it waits. */
export interface Backlog {
  outbox: number;
  inbound: number;
  inboundSetAside: number;
  sends: number;
  parkedEvents: number;
}

/** Where the wait is no longer ordinary: work nobody will take up by itself, or a long line. */
export function backlogTrouble(backlog: Backlog): (keyof Backlog)[] {
  const limits: Record<keyof Backlog, number> = {
    outbox: 10_000,
    inbound: 1000,
    inboundSetAside: 0,
    sends: 5000,
    parkedEvents: 0,
  };
  return (Object.keys(limits) as (keyof Backlog)[]).filter((queue) => backlog[queue] > limits[queue]);
}

export function uptimeParts(seconds: number): { days: number; hours: number; minutes: number } {
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
  };
}
