import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config.js';

/** The configuration was read and checked before anything else started; here it becomes injectable. */
@Global()
@Module({})
export class ConfigModule {
  static of(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}
