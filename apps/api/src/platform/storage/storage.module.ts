import { Global, Module } from '@nestjs/common';
import { DiskStorage } from './disk-storage.js';
import { SignedMediaUrl } from './signed-media-url.js';
import { Storage } from './storage.js';

@Global()
@Module({ providers: [{ provide: Storage, useClass: DiskStorage }, SignedMediaUrl], exports: [Storage, SignedMediaUrl] })
export class StorageModule {}
