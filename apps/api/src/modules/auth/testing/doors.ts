import { Controller, Get, Module, Post } from '@nestjs/common';
import { OpenRoute } from '../../../platform/http/open-route.decorator.js';
import { AuthHttpModule } from '../auth-http.module.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { Permit, Personal, Public, SignedIn } from '../http/route-access.js';

@Controller('doors')
class DoorsController {
  @Public()
  @Get('public')
  open(): string {
    return 'public';
  }

  @OpenRoute()
  @Get('hook')
  hook(): string {
    return 'open';
  }

  @Permit('leads:read')
  @Get('leads')
  leads(@CurrentPrincipal() { kind, name }: { kind: string; name: string }): object {
    return { kind, name };
  }

  @Permit('leads:write')
  @Post('leads')
  write(): object {
    return {};
  }

  @Permit('users:manage')
  @Get('users')
  users(): object {
    return {};
  }

  @SignedIn()
  @Get('signed-in')
  signedIn(): object {
    return {};
  }

  @Personal()
  @Get('personal')
  personal(): object {
    return {};
  }

  @Personal('leads:write')
  @Post('signed')
  signed(): object {
    return {};
  }
}

/** A door of each kind, to try who may pass. */
@Module({ imports: [AuthHttpModule], controllers: [DoorsController] })
export class DoorsModule {}
