import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsDate, MaxDate, MinDate } from 'class-validator';

const message = '$property must be a moment such as 2026-11-20T15:00:00Z';

/** A moment as text, read as a `Date`; of the years 1 to 9999, since the database refuses some that JavaScript has. */
export const IsMoment = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? new Date(value) : value)),
    IsDate({ message }),
    MinDate(new Date('0001-01-01T00:00:00Z'), { message }),
    MaxDate(new Date('9999-12-31T23:59:59Z'), { message }),
  );
