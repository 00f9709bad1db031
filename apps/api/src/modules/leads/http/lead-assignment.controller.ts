import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Permit, type Principal } from '../../auth/index.js';
import { AssignmentRule } from '../services/assignment-rule.js';
import { AssignmentRuleInput } from './lead.dto.js';
import { AssignmentRuleView } from './lead-view.js';

/** Who gets new leads. */
@ApiTags('Leads')
@Controller('leads/assignment-rule')
export class LeadAssignmentController {
  constructor(private readonly rule: AssignmentRule) {}

  @Get()
  @Permit('leads:read')
  @ApiOkResponse({ type: AssignmentRuleView })
  async read(): Promise<AssignmentRuleView> {
    return { mode: await this.rule.mode() };
  }

  @Put()
  @Permit('settings:manage')
  @ApiOkResponse({ type: AssignmentRuleView })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Body() { mode }: AssignmentRuleInput,
  ): Promise<AssignmentRuleView> {
    await this.rule.set(principal, mode);
    return { mode };
  }
}
