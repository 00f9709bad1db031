import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DomainError } from '../http/domain-error.js';

export interface Page<T> {
  data: T[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

/** The longest name that a list goes by is a template's, 512 characters of up to two units each. */
const LONGEST_PART = 1024;
const LONGEST_CURSOR = 6000;

/** What every list accepts. */
export class PageQuery {
  /** How many rows, 1 to 200. */
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  /** The `nextCursor` of the page before. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  cursor?: string;
}

type Part = string | null;

export const encodeCursor = (parts: readonly Part[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** @throws DomainError `invalid_cursor` when it was not made by `encodeCursor` for this list. */
export function decodeCursor(cursor: string | undefined, length: number): Part[] | undefined {
  if (cursor === undefined) return undefined;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = undefined;
  }
  const valid =
    Array.isArray(parts) &&
    parts.length === length &&
    parts.every((part) => part === null || (typeof part === 'string' && part.length <= LONGEST_PART));
  if (!valid)
    throw new DomainError('invalid_cursor', 400, 'This cursor does not belong to this list: start again without one.');
  return parts as Part[];
}

/** Rows were asked for with `limit + 1`, so that the extra one tells whether there is more. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  cursorOf: (row: R) => readonly Part[],
  present: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { data: shown.map(present), nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
