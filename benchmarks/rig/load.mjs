import { setTimeout as pause } from 'node:timers/promises';
import { Line } from './line.mjs';
import { percentiles } from './percentiles.mjs';

/**
 * What a run of requests came to.
 * @typedef {{ seconds: number, answered: number, rate: number, codes: Record<string, number>, acknowledged: number[],
 *   p50: number, p99: number, max: number }} LoadResult
 * acknowledged: places of the requests that were answered 200 at least once; milliseconds
 */

/**
 * Closed loop: each connection sends its next request when the last one was answered.
 * @param {{ port: number, requests: Buffer[], connections: number, copies?: number, together?: boolean }} load
 *   copies: each request so often, one after the other or, `together`, at the same instant over lines of their own
 * @returns {Promise<LoadResult>}
 */
export async function closedLoop({ port, requests, connections, copies = 1, together = false }) {
  const tally = new Tally();
  let next = 0;
  const lane = async () => {
    const lines = Array.from({ length: together ? copies : 1 }, () => new Line(port));
    while (next < requests.length) {
      const place = next++;
      const once = (line) => tally.time(place, performance.now(), line.send(requests[place]));
      if (together) await Promise.all(lines.map(once));
      else for (let copy = 0; copy < copies; copy += 1) await once(lines[0]);
    }
    for (const line of lines) line.close();
  };
  await Promise.all(Array.from({ length: connections }, lane));
  return tally.result();
}

/**
 * Open loop: requests leave at their times whatever the answers; latency counts from the time they were due.
 * @param {{ port: number, requests: Buffer[], rate: number, connections: number }} load rate: requests a second
 * @returns {Promise<LoadResult>}
 */
export async function openLoop({ port, requests, rate, connections }) {
  const tally = new Tally();
  const free = Array.from({ length: connections }, () => new Line(port));
  const all = [...free];
  const waiting = [];
  const inTheAir = new Set();
  const began = performance.now();
  const launch = (line, { place, due }) => {
    const done = tally.time(place, due, line.send(requests[place])).then(() => {
      inTheAir.delete(done);
      const work = waiting.shift();
      if (work) launch(line, work);
      else free.push(line);
    });
    inTheAir.add(done);
  };
  for (let place = 0; place < requests.length;) {
    const due = Math.min(requests.length, Math.floor(((performance.now() - began) * rate) / 1000) + 1);
    for (; place < due; place += 1) {
      const work = { place, due: began + (place * 1000) / rate };
      const line = free.pop();
      if (line) launch(line, work);
      else waiting.push(work);
    }
    await pause(1);
  }
  while (inTheAir.size > 0) await Promise.all(inTheAir);
  for (const line of all) line.close();
  return tally.result();
}

class Tally {
  #latencies = [];
  #codes = {};
  #acknowledged = new Set();
  #began = performance.now();

  async time(place, from, answer) {
    const status = await answer;
    this.#latencies.push(performance.now() - from);
    this.#codes[status] = (this.#codes[status] ?? 0) + 1;
    if (status === 200) this.#acknowledged.add(place);
  }

  result() {
    const seconds = (performance.now() - this.#began) / 1000;
    return {
      seconds,
      answered: this.#latencies.length,
      rate: this.#latencies.length / seconds,
      codes: this.#codes,
      acknowledged: [...this.#acknowledged],
      ...percentiles(this.#latencies),
    };
  }
}
