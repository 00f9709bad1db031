import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiConflictResponse, ApiExcludeEndpoint, ApiNotFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { MoveSandboxClock } from '../services/move-sandbox-clock.js';
import { ClockView, MoveClockBody } from './simulator.dto.js';
import { SimulatorProxy } from './simulator-proxy.js';

const PASSED = ['phone/*', 'control/*'];

/** Being the customer of a sandbox channel. Without one, nothing is here. */
@ApiTags('Simulator')
@Permit('simulator:use')
@Controller('simulator')
export class SimulatorController {
  constructor(
    private readonly moving: MoveSandboxClock,
    private readonly proxy: SimulatorProxy,
  ) {}

  @Get('clock')
  @ApiOkResponse({ type: ClockView })
  @ApiNotFoundResponse({ description: 'No sandbox channel exists.' })
  clock(): Promise<ClockView> {
    return this.moving.state();
  }

  /** Moves business time, for deadlines that would take days. */
  @Post('clock')
  @HttpCode(200)
  @ApiOkResponse({ type: ClockView })
  @ApiNotFoundResponse({ description: 'No sandbox channel exists.' })
  @ApiConflictResponse({ description: '`clock_not_movable`: a live channel exists.' })
  move(@CurrentPrincipal() by: Principal, @Body() { advanceMs, reset }: MoveClockBody): Promise<ClockView> {
    return reset === true || advanceMs === undefined ? this.moving.reset(by) : this.moving.advance(by, advanceMs);
  }

  @ApiExcludeEndpoint()
  @Get(PASSED)
  look(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.proxy.pass(request, reply);
  }

  @ApiExcludeEndpoint()
  @Post(PASSED)
  act(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.proxy.pass(request, reply);
  }

  @ApiExcludeEndpoint()
  @Delete(PASSED)
  forget(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.proxy.pass(request, reply);
  }
}
