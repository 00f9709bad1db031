import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database/sql.js';
import { mainCurrency } from '../persistence/main-currency.query.js';

/** The currency that sums are shown in. */
@Injectable()
export class MainCurrency {
  constructor(private readonly sql: Sql) {}

  code(): Promise<string> {
    return mainCurrency(this.sql);
  }
}
