import { Injectable } from '@nestjs/common';
import { Business } from '../../business/index.js';
import { safeReply } from '../compose/compose-reply.js';
import { voiceFor } from '../ground/shop-facts.js';

/** What is said when the engine cannot answer: a person will. */
@Injectable()
export class ExcuseWords {
  constructor(private readonly business: Business) {}

  async current(): Promise<string> {
    const { voice, country } = await this.business.current();
    const language = voice === 'pt-BR' ? 'pt' : voice === 'en' ? 'en' : 'es';
    return safeReply(voiceFor({ voice, country }, language));
  }
}
