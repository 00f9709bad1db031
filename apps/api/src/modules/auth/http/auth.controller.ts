import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../../platform/config/config.js';
import { foreignOrigin, tooManyTries, wrongCredentials } from '../auth.errors.js';
import type { UserPrincipal } from '../domain/principal.js';
import { isSameOrigin, type OriginHeaders } from '../domain/same-origin.js';
import { Authenticator } from '../services/authenticator.js';
import { ChangePassword } from '../services/change-password.js';
import { OwnSessions } from '../services/own-sessions.js';
import { Profile } from '../services/profile.js';
import { SignIn } from '../services/sign-in.js';
import {
  ChangePasswordBody,
  ChangePasswordView,
  CurrentSessionView,
  SessionList,
  SignInBody,
  SignInView,
} from './auth.dto.js';
import { CurrentSessionId, CurrentUser } from './current-principal.js';
import { presentSession } from './present-session.js';
import { Personal, Public } from './route-access.js';
import { endedSessionCookie, sessionCookie, sessionTokenOf } from './session-cookie.js';

@ApiTags('Auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly authenticator: Authenticator,
    private readonly ownSessions: OwnSessions,
    private readonly changePassword: ChangePassword,
    private readonly profile: Profile,
    private readonly config: Config,
  ) {}

  /** Opens a session and sets its cookie. The answer never tells which part was wrong. */
  @Public()
  @Post('sign-in')
  @HttpCode(200)
  @ApiOkResponse({ type: SignInView })
  @ApiUnauthorizedResponse({ description: '`wrong_credentials`' })
  @ApiTooManyRequestsResponse({ description: '`too_many_tries`, with `retryAfterS`' })
  async open(
    @Body() { email, password }: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInView> {
    if (!isSameOrigin(request.headers as OriginHeaders, this.config.publicUrl)) throw foreignOrigin();
    const outcome = await this.signIn.attempt({
      email,
      password,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
    });
    if (outcome.kind === 'throttled') throw tooManyTries(outcome.retryAfterS);
    if (outcome.kind === 'refused') throw wrongCredentials();
    void reply
      .header('set-cookie', sessionCookie(outcome.token, this.config.cookieSecure))
      .header('cache-control', 'no-store');
    return { user: await this.profile.of(outcome.userId) };
  }

  /** Who this browser is signed in as. Nobody is an answer too: what is asked before the sign-in is no refusal. */
  @Public()
  @Get('session')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: CurrentSessionView })
  async current(@Req() { headers, ip }: FastifyRequest): Promise<CurrentSessionView> {
    const found = await this.authenticator.authenticate({ sessionToken: sessionTokenOf(headers.cookie), address: ip });
    return { user: found ? await this.profile.of(found.principal.id) : null };
  }

  /** Ends this session. */
  @Personal()
  @Post('sign-out')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(
    @CurrentUser() user: UserPrincipal,
    @CurrentSessionId() sessionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.ownSessions.signOut(user, sessionId);
    void reply.header('set-cookie', endedSessionCookie(this.config.cookieSecure));
  }

  /** The person's own open sessions, the last used first. */
  @Personal()
  @Get('sessions')
  @ApiOkResponse({ type: SessionList })
  async list(@CurrentUser() user: UserPrincipal, @CurrentSessionId() sessionId: string): Promise<SessionList> {
    return {
      data: (await this.ownSessions.list(user)).map((session) => presentSession(session, sessionId)),
      nextCursor: null,
    };
  }

  /** Ends one of the person's own sessions, and its sockets. */
  @Personal()
  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async revoke(@CurrentUser() user: UserPrincipal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.ownSessions.revoke(user, id);
  }

  /** Changes the person's own password and ends all their other sessions. */
  @Personal()
  @Post('change-password')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangePasswordView })
  @ApiTooManyRequestsResponse({ description: '`too_many_tries`, with `retryAfterS`' })
  async renew(
    @CurrentUser() user: UserPrincipal,
    @CurrentSessionId() sessionId: string,
    @Body() body: ChangePasswordBody,
  ): Promise<ChangePasswordView> {
    return { endedSessions: await this.changePassword.change(user, sessionId, body) };
  }
}
