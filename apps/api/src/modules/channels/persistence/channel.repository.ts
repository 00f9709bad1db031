import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction.js';
import type { ChannelKind } from '../domain/channel-event.js';
import { ChannelEntity } from './channel.entity.js';

@Injectable()
export class ChannelRepository {
  constructor(private readonly transaction: Transaction) {}

  all(): Promise<ChannelEntity[]> {
    return this.transaction.repository(ChannelEntity).find({ order: { createdAt: 'ASC' } });
  }

  byId(id: string): Promise<ChannelEntity | null> {
    return this.transaction.repository(ChannelEntity).findOneBy({ id });
  }

  byAddress(kind: ChannelKind, address: string): Promise<ChannelEntity | null> {
    return this.transaction.repository(ChannelEntity).findOneBy({ kind, address });
  }

  /** Leaves alone what another process made for the same address at the same moment. @returns whether it was made here. */
  async insert(channel: ChannelEntity): Promise<boolean> {
    const insertion = this.transaction
      .repository(ChannelEntity)
      .createQueryBuilder()
      .insert()
      .values(channel)
      .orIgnore()
      .updateEntity(false)
      .returning('id');
    const { raw } = await insertion.execute();
    return (raw as unknown[]).length === 1;
  }

  /** Writes only over the version it was read with. @returns whether it did. */
  async update(channel: ChannelEntity, readVersion: number): Promise<boolean> {
    const { id, ...fields } = channel;
    const result = await this.transaction
      .repository(ChannelEntity)
      .update({ id, version: readVersion }, { ...fields, version: readVersion + 1 });
    return result.affected === 1;
  }
}
