import { Module } from '@nestjs/common';
import { AuthHttpModule } from './modules/auth/index.js';
import { HealthController } from './platform/health/health.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { RealtimeGateway } from './platform/realtime/realtime.gateway.js';

/** What serves HTTP and sockets. */
@Module({
  imports: [PlatformModule, AuthHttpModule],
  controllers: [HealthController],
  providers: [RealtimeGateway],
})
export class HttpRoleModule {}
