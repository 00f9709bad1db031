import { Injectable } from '@nestjs/common';
import { invalidField } from '../../../platform/http/domain-error.js';
import { People } from '../../auth/index.js';

/** A channel's enquiries go to a team that exists. */
@Injectable()
export class RequireTeam {
  constructor(private readonly people: People) {}

  /** @throws validation_failed at `/teamId` */
  async known(teamId: string | null | undefined): Promise<void> {
    if (teamId && !(await this.people.teamsByIds([teamId])).has(teamId))
      throw invalidField('/teamId', 'there is no such team');
  }
}
