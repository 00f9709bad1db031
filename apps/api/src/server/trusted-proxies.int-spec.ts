import { Controller, Get, Ip, Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AuthHttpModule } from '../modules/auth/index.js';
import { OpenRoute } from '../platform/http/open-route.decorator.js';
import { createServedApp, type ServedApp } from '../testing/served-app.js';

@Controller('who')
class WhoController {
  @Get()
  @OpenRoute()
  who(@Ip() ip: string): { ip: string } {
    return { ip };
  }
}
@Module({ controllers: [WhoController] })
class WhoModule {}

let app: ServedApp | undefined;
afterEach(() => app?.close());
async function whoAsks(trust: string, forwarded: string): Promise<string> {
  app = await createServedApp([AuthHttpModule, WhoModule], { TRUST_PROXY: trust });
  const answer = await fetch(`${app.origin}/api/v1/who`, {
    headers: { 'x-forwarded-for': forwarded, connection: 'close' },
  });
  return ((await answer.json()) as { ip: string }).ip;
}

describe('who asks through a proxy', () => {
  it.each([
    ['is whom the proxy itself saw, whatever the client claims', 'true', '6.6.6.6, 190.15.20.1', '190.15.20.1'],
    ['is found behind several of our own', 'true', '6.6.6.6, 190.15.20.1, 10.0.0.7', '190.15.20.1'],
    ['is found behind those that are named', '127.0.0.1/32,203.0.113.0/24', '190.15.20.1, 203.0.113.9', '190.15.20.1'],
    ['is the neighbour behind none of those that are named', '203.0.113.0/24', '190.15.20.1', '127.0.0.1'],
    ['is the neighbour when none is trusted', 'false', '190.15.20.1', '127.0.0.1'],
  ])('%s', async (_what, trust, forwarded, ip) => {
    expect(await whoAsks(trust, forwarded)).toBe(ip);
  });
});
