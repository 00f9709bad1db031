import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Failure } from './failure.mjs';
import { readReply } from './redis-reply.mjs';

/**
 * Sends commands to a Redis, one connection for all of them. No dependency: the start uses it before anything is loaded.
 * @param {string} url redis:// or rediss://
 * @param {string[][]} commands
 * @returns {Promise<unknown[]>} the replies in order; an error reply is an Error in its place
 */
export function askRedis(url, commands, milliseconds = 3_000) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secret = decodeURIComponent(password);
  const signIn = secret ? [['AUTH', ...(username ? [decodeURIComponent(username)] : []), secret]] : [];
  const all = [...signIn, ...commands];
  return new Promise((resolve, reject) => {
    const connect = protocol === 'rediss:' ? connectTls : connectTcp;
    const socket = connect({ host: hostname, port: Number(port || 6379), servername: hostname });
    const replies = [];
    let received = '';
    const fail = (error) => {
      socket.destroy();
      reject(error);
    };
    socket.setEncoding('latin1').setTimeout(milliseconds, () => fail(new Error('no answer in time')));
    socket.on('error', fail).on('close', () => fail(new Error('the connection was closed')));
    socket.on(protocol === 'rediss:' ? 'secureConnect' : 'connect', () => socket.write(all.map(encode).join('')));
    socket.on('data', (text) => {
      received += text;
      try {
        for (let reply = readReply(received); reply; reply = received ? readReply(received) : undefined) {
          replies.push(reply.value);
          received = reply.rest;
        }
      } catch (error) {
        return fail(error);
      }
      if (replies.length < all.length) return undefined;
      if (signIn.length && replies[0] instanceof Error) return fail(replies[0]);
      resolve(replies.slice(signIn.length));
      return socket.destroy();
    });
  });
}

const encode = (command) =>
  `*${command.length}\r\n${command.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;

/** The pid of the server behind the address, undefined while it does not answer or is still loading. */
export async function redisPid(url) {
  try {
    const [ping, info] = await askRedis(url, [['PING'], ['INFO', 'server']]);
    if (ping !== 'PONG' || typeof info !== 'string') return undefined;
    return Number(/^process_id:(\d+)/m.exec(info)?.[1]);
  } catch {
    return undefined;
  }
}

/** Refuses a REDIS_URL that cannot be reached. */
export async function checkGivenRedis(url) {
  try {
    const [info] = await askRedis(url, [['INFO', 'server']], 5_000);
    if (info instanceof Error) throw info;
    return `Redis ${/^redis_version:(\S+)/m.exec(String(info))?.[1] ?? ''}`;
  } catch (error) {
    throw new Failure(
      `REDIS_URL is given but no Redis answers there: ${error.message || error.code}. ` +
        'Mend the address, or unset it and Hilo brings its own.',
    );
  }
}
