import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { HttpRoleModule } from './http-role.module.js';
import type { Config } from './platform/config/config.js';
import { ConfigModule } from './platform/config/config.module.js';
import { WorkerDoorModule } from './worker-door.module.js';
import { WorkerRoleModule } from './worker-role.module.js';

/** One process: the roles its configuration gives it. */
@Module({})
export class RootModule {
  static of(config: Config, roles: Type[] = rolesOf(config)): DynamicModule {
    return { module: RootModule, imports: [ConfigModule.of(config), ...roles] };
  }
}

const rolesOf = (config: Config): Type[] => [
  ...(config.servesHttp ? [HttpRoleModule] : []),
  ...(config.works ? [WorkerRoleModule] : []),
  ...(config.servesHttp ? [] : [WorkerDoorModule]),
];
