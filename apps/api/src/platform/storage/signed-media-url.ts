import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';

/** Links are stable for half an hour, so that browsers can cache, and live at least as long again. */
const STEP_S = 1800;

/** Expiring links to stored media: `/media/<asset>/<variant>?e=<unix seconds>&s=<signature>`. */
@Injectable()
export class SignedMediaUrl {
  private readonly secret: Buffer;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.secret = Buffer.from(config.secrets.mediaUrlSecret, 'base64');
  }

  sign(assetId: string, variant: 'original' | 'thumbnail'): string {
    const expires = (Math.floor(this.clock.now().getTime() / 1000 / STEP_S) + 2) * STEP_S;
    return `/media/${assetId}/${variant}?e=${expires}&s=${this.signature(assetId, variant, expires)}`;
  }

  verify(assetId: string, variant: string, expires: string, signature: string): boolean {
    const until = Number(expires);
    if (!Number.isSafeInteger(until) || until * 1000 < this.clock.now().getTime()) return false;
    const wanted = Buffer.from(this.signature(assetId, variant, until));
    const given = Buffer.from(signature);
    return wanted.length === given.length && timingSafeEqual(wanted, given);
  }

  private signature(assetId: string, variant: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${assetId}/${variant}/${expires}`).digest('base64url');
  }
}
