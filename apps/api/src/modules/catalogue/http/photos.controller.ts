import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExcludeEndpoint,
  ApiPayloadTooLargeResponse,
  ApiProperty,
  ApiTags,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/http/domain-error.js';
import { OpenRoute } from '../../../platform/http/open-route.decorator.js';
import { Permit } from '../../auth/index.js';
import { LARGEST_PHOTO } from '../domain/photo.js';
import { Photos } from '../services/photos.js';

export class PhotoView {
  @ApiProperty({
    description: 'Stands for the photo in the `images` of an item; on our own host.',
    example: '/api/v1/catalogue/photos/9f86d081884c7d659a2feaa0c55ad015',
  })
  url!: string;
}

@ApiTags('Catalogue')
@Controller('catalogue/photos')
export class PhotosController {
  constructor(private readonly photos: Photos) {}

  /** Keeps one photo (multipart field `file`; JPEG, PNG, WebP, GIF or AVIF, 10 MB at most) to be named in an item. */
  @Permit('catalogue:write')
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: PhotoView })
  @ApiPayloadTooLargeResponse({ description: '`too_large`' })
  @ApiUnsupportedMediaTypeResponse({ description: '`media_type_refused`, told by its bytes.' })
  async upload(@Req() request: FastifyRequest): Promise<PhotoView> {
    if (!request.isMultipart())
      throw new DomainError('unsupported_media_type', 415, 'Send multipart/form-data with one file.');
    const file = await request.file({ limits: { fileSize: LARGEST_PHOTO } });
    if (!file)
      throw new DomainError('validation_failed', 400, 'There is no file in the request.', {}, [
        { path: '/file', message: 'is required' },
      ]);
    return { url: await this.photos.upload(file.file) };
  }

  /** Open to everybody, as the shop's windows are: previews of tracked links show it to people without an account. */
  @Get(':key')
  @OpenRoute()
  @ApiExcludeEndpoint()
  async show(@Param('key') key: string, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, size, hash, bytes } = await this.photos.open(key);
    await reply
      .header('content-type', contentType)
      .header('content-length', size)
      .header('content-disposition', 'inline')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('etag', `"${hash}"`)
      .header('cache-control', 'public, max-age=604800, immutable')
      .send(bytes);
  }
}
