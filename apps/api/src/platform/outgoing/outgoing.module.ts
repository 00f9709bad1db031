import { Global, Module } from '@nestjs/common';
import { PublicFetch } from './public-fetch.js';

@Global()
@Module({ providers: [PublicFetch], exports: [PublicFetch] })
export class OutgoingModule {}
