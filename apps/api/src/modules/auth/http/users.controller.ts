import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Idempotent } from '../../../platform/http/idempotent.decorator.js';
import { IfMatch } from '../../../platform/http/if-match.js';
import type { Principal } from '../domain/principal.js';
import { ChangeUser } from '../services/change-user.js';
import { CreateUser } from '../services/create-user.js';
import { UserDirectory } from '../services/user-directory.js';
import { CurrentPrincipal } from './current-principal.js';
import { Permit } from './route-access.js';
import { UserPresenter } from './user-presenter.js';
import { ChangeUserBody, CreateUserBody, UserPage, UserQuery, UserView } from './users.dto.js';

@ApiTags('Auth')
@Controller('users')
export class UsersController {
  constructor(
    private readonly directory: UserDirectory,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
    private readonly presenter: UserPresenter,
  ) {}

  /** Colleagues by name: to assign, to mention, to manage. */
  @Permit('conversations:read')
  @Get()
  @ApiOkResponse({ type: UserPage })
  async list(@CurrentPrincipal() reader: Principal, @Query() query: UserQuery): Promise<UserPage> {
    const { data, nextCursor } = await this.directory.page(query);
    return { data: data.map((row) => this.presenter.present(row, reader)), nextCursor };
  }

  @Permit('conversations:read')
  @Get(':id')
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse()
  read(
    @CurrentPrincipal() reader: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    return this.answer(reader, id, reply);
  }

  @Permit('users:manage')
  @Post()
  @Idempotent()
  @ApiCreatedResponse({ type: UserView })
  @ApiConflictResponse({ description: '`email_taken`' })
  async create(
    @CurrentPrincipal() by: Principal,
    @Body() body: CreateUserBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    return this.answer(by, await this.createUser.create(by, body), reply);
  }

  /** Other roles, another password or deactivation end the user's sessions at once. */
  @Permit('users:manage')
  @Patch(':id')
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse()
  @ApiConflictResponse({ description: '`email_taken`, `last_administrator`, `not_yourself`' })
  @ApiPreconditionFailedResponse({ description: '`stale_version`' })
  async change(
    @CurrentPrincipal() by: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | undefined,
    @Body() body: ChangeUserBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserView> {
    await this.changeUser.change(by, id, version, body);
    return this.answer(by, id, reply);
  }

  private async answer(reader: Principal, id: string, reply: FastifyReply): Promise<UserView> {
    const view = this.presenter.present(await this.directory.byId(id), reader);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }
}
