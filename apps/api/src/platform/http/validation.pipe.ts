import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldError } from './domain-error.js';

/** Checks every DTO: unknown fields are refused, every mistake is named at once, with a JSON pointer. */
@Injectable()
export class DtoValidationPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: false });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (
      metadata.type === 'body' &&
      metadata.metatype &&
      metadata.metatype !== Object &&
      (typeof value !== 'object' || value === null || Array.isArray(value))
    )
      throw new DomainError('validation_failed', 400, 'The body must be a JSON object.', {}, [
        { path: '', message: 'must be a JSON object' },
      ]);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (error instanceof RefusedFields) throw asProblem(error.errors, metadata.type === 'query' ? '?' : '/');
      throw error;
    }
  }

  override createExceptionFactory() {
    return (errors: ValidationError[] = []): Error => new RefusedFields(errors);
  }
}

class RefusedFields extends Error {
  constructor(readonly errors: ValidationError[]) {
    super('validation failed');
  }
}

function asProblem(errors: ValidationError[], prefix: '?' | '/'): DomainError {
  const fields = flatten(errors, '').map((field): FieldError => ({
    path: prefix === '?' ? `?${field.path.slice(1)}` : field.path,
    message: field.message,
  }));
  return new DomainError('validation_failed', 400, 'Some fields need your attention.', {}, fields);
}

function flatten(errors: readonly ValidationError[], base: string): FieldError[] {
  return errors.flatMap((error) => {
    const path = `${base}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.values(error.constraints ?? {}).map((message) => ({ path, message }));
    return [...own, ...flatten(error.children ?? [], path)];
  });
}
