import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { Templates } from '../../templates/index.js';
import type { SendableContent, SendInput } from '../conversations.facade.types.js';
import { MediaRows } from '../persistence/media-rows.js';
import type { SendMessageDto } from './send.dto.js';

/** The content, and what it is for: a provider's marketing template is marketing, whoever sends it. */
export type Sendable = Pick<SendInput, 'content' | 'category'>;

/** A checked request becomes what the thread can send. */
@Injectable()
export class ReadSendable {
  constructor(
    private readonly templates: Templates,
    private readonly media: MediaRows,
  ) {}

  /** @param channelId where it will be sent: a template belongs to one number. */
  async read(dto: SendMessageDto, channelId: string): Promise<Sendable> {
    return dto.type === 'template' ? this.template(dto, channelId) : { content: await this.plain(dto, dto.type) };
  }

  private async plain(
    dto: SendMessageDto,
    type: Exclude<SendMessageDto['type'], 'template'>,
  ): Promise<SendableContent> {
    switch (type) {
      case 'text':
        return { type: 'text', text: dto.text ?? '' };
      case 'reaction':
        return { type: 'reaction', messageId: dto.messageId ?? '', emoji: dto.emoji || null };
      case 'interactive':
        return {
          type: 'interactive',
          kind: 'buttons',
          body: dto.body ?? '',
          buttons: (dto.buttons ?? []).map(({ id, title }) => ({ id, title })),
        };
      default:
        return this.file(dto, type);
    }
  }

  private async template(dto: SendMessageDto, channelId: string): Promise<Sendable> {
    const rendered = await this.templates.forSending(dto.templateId ?? '', dto.variables ?? {});
    if (rendered.ok && rendered.channelId === channelId)
      return { content: rendered.content, category: rendered.category === 'marketing' ? 'marketing' : 'service' };
    if (!rendered.ok && rendered.code === 'not_found') throw notFound('template');
    if (rendered.ok || rendered.code === 'not_approved')
      throw new DomainError('template_not_approved', 409, 'This template is not approved.');
    const errors = [
      ...rendered.missing.map((name) => ({ path: `/variables/${name}`, message: 'is required by the template' })),
      ...rendered.unfit.map((name) => ({
        path: `/variables/${name}`,
        message: 'may hold no line break and at most 1024 characters',
      })),
    ];
    throw new DomainError('validation_failed', 400, 'Some variables of the template need your attention.', {}, errors);
  }

  private async file(dto: SendMessageDto, type: 'image' | 'video' | 'audio' | 'document'): Promise<SendableContent> {
    const mediaId = dto.mediaId ?? '';
    const fileName = (await this.media.byIds([mediaId])).get(mediaId)?.file_name;
    return {
      type,
      assetId: mediaId,
      ...(dto.caption && { caption: dto.caption }),
      ...(type === 'document' && fileName && { fileName }),
    };
  }
}
