import { Injectable } from '@nestjs/common';

/** The tables that get a partition a month. Modules name theirs when they start. */
@Injectable()
export class PartitionedTables {
  private readonly names = new Set<string>();

  register(table: string): void {
    this.names.add(table);
  }

  all(): readonly string[] {
    return [...this.names];
  }
}
