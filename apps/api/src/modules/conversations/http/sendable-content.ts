import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { Templates } from '../../templates/index.js';
import type { SendableContent } from '../conversations.facade.types.js';
import { MediaRows } from '../persistence/media-rows.js';
import type { SendMessageDto } from './send.dto.js';

/** A checked request becomes what the thread can send. */
@Injectable()
export class ReadSendable {
  constructor(
    private readonly templates: Templates,
    private readonly media: MediaRows,
  ) {}

  async read(dto: SendMessageDto): Promise<SendableContent> {
    switch (dto.type) {
      case 'text':
        return { type: 'text', text: dto.text ?? '' };
      case 'reaction':
        return { type: 'reaction', messageId: dto.messageId ?? '', emoji: dto.emoji || null };
      case 'interactive':
        return { type: 'interactive', kind: 'buttons', body: dto.body ?? '', buttons: (dto.buttons ?? []).map(({ id, title }) => ({ id, title })) };
      case 'template':
        return this.template(dto);
      default:
        return this.file(dto, dto.type);
    }
  }

  private async template(dto: SendMessageDto): Promise<SendableContent> {
    const rendered = await this.templates.forSending(dto.templateId ?? '', dto.variables ?? {});
    if (rendered.ok) return rendered.content;
    if (rendered.code === 'not_found') throw notFound('template');
    if (rendered.code === 'not_approved') throw new DomainError('template_not_approved', 409, 'This template is not approved.');
    const errors = [
      ...rendered.missing.map((name) => ({ path: `/variables/${name}`, message: 'is required by the template' })),
      ...rendered.unfit.map((name) => ({ path: `/variables/${name}`, message: 'may hold no line break and at most 1024 characters' })),
    ];
    throw new DomainError('validation_failed', 400, 'Some variables of the template need your attention.', {}, errors);
  }

  private async file(dto: SendMessageDto, type: 'image' | 'video' | 'audio' | 'document'): Promise<SendableContent> {
    const mediaId = dto.mediaId ?? '';
    const fileName = (await this.media.byIds([mediaId])).get(mediaId)?.file_name;
    return { type, assetId: mediaId, ...(dto.caption && { caption: dto.caption }), ...(type === 'document' && fileName && { fileName }) };
  }
}
