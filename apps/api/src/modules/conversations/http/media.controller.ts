import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiCreatedResponse, ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, notFound } from '../../../platform/http/domain-error.js';
import { OpenRoute } from '../../../platform/http/open-route.decorator.js';
import { WriteOnce } from '../../../platform/http/write-once.js';
import { uncut } from '../../../platform/storage/incoming.js';
import { SignedMediaUrl } from '../../../platform/storage/signed-media-url.js';
import { Storage } from '../../../platform/storage/storage.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { contentDisposition } from '../domain/content-disposition.js';
import { MediaRows } from '../persistence/media-rows.js';
import { FindConversation, viewerOf } from '../services/find-conversation.js';
import { LARGEST_MEDIA, StoreMedia } from '../services/store-media.js';

export class UploadQuery {
  /** The conversation the file is for: it may be sent nowhere else. */
  @IsOptional()
  @IsUUID()
  conversationId?: string;
}

export class MediaAssetView {
  id!: string;
  contentType!: string;
  /** Bytes. */
  size!: number;
  fileName!: string | null;
  width!: number | null;
  height!: number | null;
  /** Signed, expires within the hour. */
  url!: string;
}

@ApiTags('Conversations')
@Controller('media')
export class MediaController {
  constructor(
    private readonly store: StoreMedia,
    private readonly rows: MediaRows,
    private readonly urls: SignedMediaUrl,
    private readonly find: FindConversation,
    private readonly writes: WriteOnce,
  ) {}

  /** Stores one file (multipart field `file`) to be sent later. Under an `Idempotency-Key` the same file is one asset, however often it is sent. */
  @Post()
  @Permit('messages:send')
  @ApiConsumes('multipart/form-data')
  @ApiCreatedResponse({ type: MediaAssetView })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Query() query: UploadQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MediaAssetView> {
    const conversation = query.conversationId ? await this.find.for(principal, query.conversationId) : undefined;
    if (!request.isMultipart())
      throw new DomainError('unsupported_media_type', 415, 'Send multipart/form-data with one file.');
    const file = await request.file();
    if (!file)
      throw new DomainError('validation_failed', 400, 'There is no file in the request.', {}, [
        { path: '/file', message: 'is required' },
      ]);
    const name = safeName(file.filename);
    const context = {
      channelId: conversation?.channel_id ?? null,
      conversationId: conversation?.id ?? null,
      userId: viewerOf(principal),
    };
    const id = await this.store.receive(
      uncut(file.file, LARGEST_MEDIA),
      { name, declaredType: file.mimetype },
      (stored) => {
        // Not by @Idempotent(): what makes two uploads the same is known once the bytes are here, and no transaction may wait for them.
        const asked = { hash: stored.hash, name, type: stored.contentType, conversationId: context.conversationId };
        return this.writes.run(request, reply, asked, () =>
          this.store.register(stored, name, context),
        ) as Promise<string>;
      },
    );
    // Presented each time anew: an address that was signed for the first answer may have expired.
    return this.present(id);
  }

  private async present(id: string): Promise<MediaAssetView> {
    const row = (await this.rows.byIds([id])).get(id);
    if (!row?.content_type) throw notFound('file');
    return {
      id,
      contentType: row.content_type,
      size: Number(row.size),
      fileName: row.file_name,
      width: row.width,
      height: row.height,
      url: this.urls.sign(id, 'original'),
    };
  }
}

/** Serves stored media to whoever holds a signed link: nothing in it can run here. */
@Controller('media')
export class MediaFilesController {
  constructor(
    private readonly rows: MediaRows,
    private readonly storage: Storage,
    private readonly urls: SignedMediaUrl,
  ) {}

  @Get(':id/:variant')
  @OpenRoute()
  @ApiExcludeEndpoint()
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('variant') variant: string,
    @Query('e') expires: string,
    @Query('s') signature: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (
      typeof expires !== 'string' ||
      typeof signature !== 'string' ||
      !this.urls.verify(id, variant, expires, signature)
    )
      throw new DomainError('forbidden', 403, 'This link is not valid any more.');
    const row = (await this.rows.byIds([id])).get(id);
    if (!row?.hash || !row.content_type || !(await this.storage.has(row.hash))) throw notFound('file');
    await reply
      .header('content-type', row.content_type)
      .header('content-length', row.size ?? undefined)
      .header('content-disposition', contentDisposition(row.content_type, row.file_name))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=1800, immutable')
      .send(await this.storage.open(row.hash));
  }
}

const safeName = (name: string): string => name.replace(/[\\/\p{Cc}]/gu, '_').slice(-200) || 'file';
