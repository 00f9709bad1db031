import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimit } from '../../../platform/rate-limit/rate-limit.js';
import { Public } from '../../auth/index.js';
import { apologyPage } from '../domain/public-page.js';
import { OpenLink, type Opening } from '../services/open-link.js';

/** Generous: customers of one mobile operator may share an address. */
const OPENINGS_A_MINUTE = 120;

/** Where customers arrive. */
@ApiExcludeController()
@Public()
@Controller('l')
export class ShortLinkController {
  constructor(
    private readonly openLink: OpenLink,
    private readonly rateLimit: RateLimit,
  ) {}

  /** HEAD arrives here too: the server derives it from GET. */
  @Get(':slug')
  async open(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const allowance = await this.rateLimit.count(`short-link:${request.ip}`, OPENINGS_A_MINUTE, 60_000);
    if (!allowance.allowed) {
      await reply
        .status(429)
        .headers({ ...EVERY_ANSWER, 'retry-after': String(allowance.resetS) })
        .send(apologyPage('busy', request.headers['accept-language']));
      return;
    }
    await answer(reply, request, await this.openLink.open(arrivalOf(slug, request)));
  }
}

const EVERY_ANSWER = {
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
};

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

function arrivalOf(slug: string, { method, ip, headers, query }: FastifyRequest) {
  const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-purpose'], headers['x-moz']].map(first);
  return {
    slug,
    method,
    ip,
    userAgent: headers['user-agent'],
    referrer: headers.referer,
    purposes,
    query: (query ?? {}) as Record<string, unknown>,
  };
}

async function answer(reply: FastifyReply, { headers }: FastifyRequest, opening: Opening): Promise<void> {
  void reply.headers(EVERY_ANSWER);
  if (opening.kind === 'go') await reply.redirect(opening.to, 302);
  else if (opening.kind === 'preview') await reply.status(200).send(opening.html);
  else if (opening.kind === 'ahead') await reply.status(204).removeHeader('content-type').send();
  else if (opening.kind === 'gone') await reply.status(404).send(apologyPage('gone', headers['accept-language']));
  else await reply.status(503).header('retry-after', '5').send(apologyPage('busy', headers['accept-language']));
}
