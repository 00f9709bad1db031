import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../services/audit-log.js';
import { AuditPage, AuditQuery } from './audit.dto.js';
import { presentAuditEntry } from './present-audit-entry.js';
import { Permit } from './route-access.js';

@ApiTags('Auth')
@Controller('audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  /** Who did what to which record, when and from where; the newest first. */
  @Permit('audit:read')
  @Get()
  @ApiOkResponse({ type: AuditPage })
  async list(
    @Query() { actorId, action, targetType, targetId, from, to, limit, cursor }: AuditQuery,
  ): Promise<AuditPage> {
    const filter = {
      actorId: actorId ?? null,
      action: action ?? null,
      targetType: targetType ?? null,
      targetId: targetId ?? null,
      from: from ?? null,
      to: to ?? null,
      limit,
    };
    const { data, nextCursor } = await this.log.page(filter, cursor);
    return { data: data.map(presentAuditEntry), nextCursor };
  }
}
