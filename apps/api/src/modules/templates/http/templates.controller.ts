import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBadRequestResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Waker } from '../../../platform/jobs/waker.js';
import { Permit } from '../../auth/index.js';
import { SYNC_TEMPLATES } from '../jobs/sync-templates.js';
import { TemplateShelf } from '../services/template-shelf.js';
import { PreviewBody, TemplatePage, TemplatePreview, TemplateQuery, TemplateView } from './template.dto.js';
import { presentPreview, presentTemplate } from './template.presenter.js';

@ApiTags('Templates')
@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly shelf: TemplateShelf,
    private readonly waker: Waker,
  ) {}

  /** In the order of names. */
  @Permit('templates:read')
  @Get()
  @ApiOkResponse({ type: TemplatePage })
  async list(@Query() query: TemplateQuery): Promise<TemplatePage> {
    const { data, nextCursor } = await this.shelf.page(query);
    return { data: data.map(presentTemplate), nextCursor };
  }

  @Permit('templates:read')
  @Get(':id')
  @ApiOkResponse({ type: TemplateView })
  @ApiNotFoundResponse()
  async read(@Param('id', ParseUUIDPipe) id: string): Promise<TemplateView> {
    return presentTemplate(await this.shelf.read(id));
  }

  /** Asks the providers for their templates soon; the list shows what came of it. */
  @Permit('templates:write')
  @Post('sync')
  @HttpCode(202)
  @ApiAcceptedResponse()
  sync(): void {
    this.waker.wake(SYNC_TEMPLATES);
  }

  /** The message as the customer would see it. Nothing is sent. */
  @Permit('templates:read')
  @Post(':id/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: TemplatePreview })
  @ApiNotFoundResponse()
  @ApiBadRequestResponse({ description: '`validation_failed`, naming every variable that needs attention' })
  async preview(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { variables, contactId }: PreviewBody,
  ): Promise<TemplatePreview> {
    return presentPreview(await this.shelf.preview(id, variables, contactId));
  }
}
