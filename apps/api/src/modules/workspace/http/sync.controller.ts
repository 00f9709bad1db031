import { Controller, Get, Query } from '@nestjs/common';
import { ApiGoneResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, SignedIn } from '../../auth/index.js';
import { CatchUp } from '../services/catch-up.js';
import { SyncQuery, SyncView } from './sync.view.js';

@ApiTags('Workspace')
@Controller('sync')
export class SyncController {
  constructor(private readonly catchUp: CatchUp) {}

  /** What happened since, as the socket would have told it. */
  @SignedIn()
  @Get()
  @ApiOkResponse({ type: SyncView })
  @ApiGoneResponse({ description: '`too_far_behind`: fetch everything again and go on from `seq`.' })
  sync(@CurrentPrincipal() reader: Principal, @Query() { since, conversationId }: SyncQuery): Promise<SyncView> {
    return this.catchUp.since(reader, since, conversationId);
  }
}
