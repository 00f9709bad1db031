import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from './failure.mjs';

/**
 * Waits for a 200 from the readiness address; gives up when the service ends or the time is over.
 * @param {{ name: string, ended: Promise<string>, lastLines: (count: number) => string }} service
 */
export async function waitReady(url, service, milliseconds = 120_000) {
  const until = Date.now() + milliseconds;
  let end;
  void service.ended.then((reason) => (end = reason));
  let last = 'no answer';
  while (Date.now() < until) {
    if (end) throw new Failure(`The ${service.name} ${end} while starting. Its last lines:`, service.lastLines(40));
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      last = await answer.text();
      if (answer.status === 200) return;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await pause(50);
  }
  throw new Failure(`The ${service.name} is not ready after ${milliseconds / 1000} s: ${last}`, service.lastLines(40));
}

/** Waits until something listens on the port. */
export async function waitListening(port, service, milliseconds = 60_000) {
  const until = Date.now() + milliseconds;
  let end;
  void service.ended.then((reason) => (end = reason));
  while (Date.now() < until) {
    if (end) throw new Failure(`The ${service.name} ${end} while starting. Its last lines:`, service.lastLines(40));
    if (await listens(port)) return;
    await pause(50);
  }
  throw new Failure(`The ${service.name} does not listen on port ${port}.`, service.lastLines(40));
}

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const say = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
