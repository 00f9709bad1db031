import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DiskStorage } from './disk-storage.js';

/** What the business shows to everybody, apart from what customers sent: forgetting a customer's file never takes the same picture from the shop. */
@Injectable()
export class PhotoStorage extends DiskStorage {
  protected override get root(): string {
    return join(super.root, 'photos');
  }
}
