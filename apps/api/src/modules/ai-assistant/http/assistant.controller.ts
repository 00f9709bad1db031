import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiPreconditionFailedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IfMatch } from '../../../platform/http/if-match.js';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { Conversations } from '../../conversations/index.js';
import type { AssistantSettings } from '../persistence/settings-row.js';
import { ChangeAssistantSettings } from '../services/change-assistant-settings.js';
import { Qualifications } from '../services/qualifications.js';
import { Think } from '../services/think.js';
import { traceOf } from '../services/trace-of.js';
import { AnalyseBody, AssistantSettingsView, ChangeAssistantSettingsBody } from './assistant.dto.js';
import { presentAnalysis, presentQualification } from './present-turn.js';
import { AnalysisView, QualificationAnswer } from './turn.view.js';

@ApiTags('Assistant')
@Controller()
export class AssistantController {
  constructor(
    private readonly mind: Think,
    private readonly settings: ChangeAssistantSettings,
    private readonly qualifications: Qualifications,
    private readonly conversations: Conversations,
  ) {}

  /** What the assistant makes of a text as the first message of a new customer. Nothing is kept or sent. */
  @Post('assistant/analyse')
  @HttpCode(200)
  @Permit('assistant:use')
  @ApiOkResponse({ type: AnalysisView })
  async analyse(@Body() { text }: AnalyseBody): Promise<AnalysisView> {
    return presentAnalysis(traceOf(await this.mind.about({ text })));
  }

  @Get('assistant/settings')
  @Permit('assistant:manage')
  @ApiOkResponse({ type: AssistantSettingsView })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<AssistantSettingsView> {
    return answer(await this.settings.read(), reply);
  }

  @Put('assistant/settings')
  @Permit('assistant:manage')
  @ApiOkResponse({ type: AssistantSettingsView })
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeAssistantSettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssistantSettingsView> {
    return answer(await this.settings.change(by, version, { ...body }), reply);
  }

  /** What is known of the enquiry; null when nothing is, or not any more. */
  @Get('conversations/:id/qualification')
  @Permit('assistant:use')
  @ApiOkResponse({ type: QualificationAnswer })
  async qualification(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<QualificationAnswer> {
    await this.conversations.requireVisible(reader, id);
    const known = await this.qualifications.of(id);
    return { qualification: known ? presentQualification(known) : null };
  }

  /** The assistant begins this conversation anew: it forgets the enquiry, not the messages. */
  @Post('conversations/:id/qualification/reset')
  @HttpCode(204)
  @Permit('assistant:use')
  @ApiNoContentResponse()
  async reset(@CurrentPrincipal() reader: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.conversations.requireVisible(reader, id);
    await this.qualifications.reset(id);
  }
}

function answer(settings: AssistantSettings, reply: FastifyReply): AssistantSettingsView {
  void reply.header('etag', `"${settings.version}"`);
  return settings;
}
