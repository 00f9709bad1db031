import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import type { Principal } from '../domain/principal.js';
import type { TeamRow } from '../persistence/teams.repository.js';
import { Teams } from '../services/teams.js';
import { CurrentPrincipal } from './current-principal.js';
import { presentTeam } from './present-team.js';
import { Permit } from './route-access.js';
import { ChangeTeamBody, CreateTeamBody, TeamList, TeamView } from './teams.dto.js';

@ApiTags('Auth')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: Teams) {}

  @Permit('conversations:read')
  @Get()
  @ApiOkResponse({ type: TeamList })
  async list(): Promise<TeamList> {
    return { data: (await this.teams.all()).map(presentTeam), nextCursor: null };
  }

  @Permit('conversations:read')
  @Get(':id')
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse()
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamView> {
    return answer(await this.teams.byId(id), reply);
  }

  @Permit('users:manage')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: TeamView })
  @ApiConflictResponse({ description: '`team_name_taken`' })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() { name, memberIds }: CreateTeamBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamView> {
    return answer(await this.teams.create(by, name, memberIds), reply);
  }

  @Permit('users:manage')
  @Patch(':id')
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse()
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeTeamBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TeamView> {
    return answer(await this.teams.change(by, id, version, body), reply);
  }

  @Permit('users:manage')
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async remove(@CurrentPrincipal() by: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.teams.remove(by, id);
  }
}

function answer(team: TeamRow, reply: FastifyReply): TeamView {
  void reply.header('etag', `"${team.version}"`);
  return presentTeam(team);
}
