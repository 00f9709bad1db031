import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { UserPrincipal } from '../domain/principal.js';
import { Profile } from '../services/profile.js';
import { CurrentUser } from './current-principal.js';
import { ChangeMeBody, MeView } from './me.dto.js';
import { Personal } from './route-access.js';

@ApiTags('Auth')
@Controller('me')
export class MeController {
  constructor(private readonly profile: Profile) {}

  /** Who is signed in, what they may do and how they like it. */
  @Personal()
  @Get()
  @ApiOkResponse({ type: MeView })
  read(@CurrentUser() user: UserPrincipal): Promise<MeView> {
    return this.profile.of(user.id);
  }

  /** Sets the person's presence and preferences. */
  @Personal()
  @Patch()
  @ApiOkResponse({ type: MeView })
  change(@CurrentUser() user: UserPrincipal, @Body() body: ChangeMeBody): Promise<MeView> {
    return this.profile.change(user.id, body);
  }
}
