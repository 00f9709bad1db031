import { lookup } from 'node:dns';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, type Dispatcher } from 'undici';
import { Config } from '../config/config.js';
import { isPublicAddress, networksOf, ownAddresses } from './public-address.js';

/** `address`: it leads to where nobody but us may go, or is none. */
export type FetchRefusal = 'address' | 'redirects' | 'status' | 'too_large';

export class FetchRefused extends Error {
  constructor(readonly reason: FetchRefusal) {
    super(`The address was not fetched: ${reason}.`);
  }
}

export interface FetchLimits {
  maxBytes: number;
  /** The whole of it: finding the host, every redirect, the last byte. */
  timeoutMs: number;
  accept: string;
}

const MOST_REDIRECTS = 3;
const CONNECT_MS = 3000;
const ANSWER_MS = 8000;

/**
 * Fetches what a user's address leads to, from hosts of the open internet alone. The address that a name stands for is
 * judged at the moment of connecting, so a name cannot lead elsewhere afterwards; each redirect is judged anew.
 */
@Injectable()
export class PublicFetch implements OnApplicationShutdown {
  private readonly allowed: BlockList | undefined;
  /** To the ports of the web. */
  private readonly web = agentFor((address) => this.mayCall(address, true));
  /** To any other port: of the open internet nobody is called there. */
  private readonly inside = agentFor((address) => this.mayCall(address, false));

  constructor(config: Config) {
    this.allowed = networksOf(config.outgoingPrivateNetworks);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.web.destroy(), this.inside.destroy()]);
  }

  /** The body must be read or destroyed. @throws FetchRefused; whatever the network says */
  async open(address: string, { maxBytes, timeoutMs, accept }: FetchLimits): Promise<Dispatcher.ResponseData['body']> {
    const signal = AbortSignal.timeout(timeoutMs);
    let url = this.judged(address);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { statusCode, headers, body } = await (isWebPort(url) ? this.web : this.inside).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: { accept, 'user-agent': 'Hilo/1.0' },
        signal,
      });
      if (statusCode === 200 && Number(headers['content-length'] ?? 0) <= maxBytes) return body;
      await body.dump({ limit: 16_384, signal }).catch(() => undefined);
      if (statusCode === 200) throw new FetchRefused('too_large');
      const { location } = headers;
      if (statusCode < 300 || statusCode > 399 || typeof location !== 'string') throw new FetchRefused('status');
      url = this.judged(location, url);
    }
    throw new FetchRefused('redirects');
  }

  private judged(address: string, base?: URL): URL {
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
      throw new FetchRefused('address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // Names are judged when they are looked up; nobody looks up a number.
    if (isIP(host) !== 0 && !this.mayCall(host, isWebPort(url))) throw new FetchRefused('address');
    return url;
  }

  private mayCall(address: string, webPort: boolean): boolean {
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (this.allowed?.check(address, family)) return true;
    return webPort && isPublicAddress(address) && !ownAddresses().check(address, family);
  }
}

const isWebPort = ({ port }: URL): boolean => ['', '80', '443'].includes(port);

function agentFor(mayCall: (address: string) => boolean): Agent {
  const guardedLookup: LookupFunction = (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error) done(error, '', 0);
      else if (!first || !found.every(({ address }) => mayCall(address))) done(new FetchRefused('address'), '', 0);
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
  return new Agent({
    connect: { timeout: CONNECT_MS, lookup: guardedLookup },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    keepAliveTimeout: 5000,
    // A page full of photos of one host waits in line instead of storming it.
    connections: 4,
  });
}
