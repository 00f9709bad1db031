import { Global, Module } from '@nestjs/common';
import { DiskStorage } from './disk-storage.js';
import { PhotoStorage } from './photo-storage.js';
import { SignedMediaUrl } from './signed-media-url.js';
import { Storage } from './storage.js';

@Global()
@Module({
  providers: [{ provide: Storage, useClass: DiskStorage }, PhotoStorage, SignedMediaUrl],
  exports: [Storage, PhotoStorage, SignedMediaUrl],
})
export class StorageModule {}
