import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Config } from '../../../platform/config/config.js';
import { Permit } from '../../auth/index.js';
import { redactedConfig } from '../domain/redacted-config.js';
import { SystemStatus } from '../services/system-status.js';
import { SystemConfigView, SystemStatusView } from './system.view.js';

@ApiTags('Workspace')
@Permit('system:read')
@Controller('system')
export class SystemController {
  constructor(
    private readonly systemStatus: SystemStatus,
    private readonly config: Config,
  ) {}

  /** Database, Redis, queues, listeners, channels. */
  @Get('status')
  @ApiOkResponse({ type: SystemStatusView })
  status(): Promise<SystemStatusView> {
    return this.systemStatus.read();
  }

  /** How this process was configured, without any secret. */
  @Get('config')
  @ApiOkResponse({ type: SystemConfigView })
  configuration(): SystemConfigView {
    return redactedConfig(this.config);
  }
}
