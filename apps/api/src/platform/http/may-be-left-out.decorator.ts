import { ValidateIf } from 'class-validator';

/** The field need not be sent. Unlike `IsOptional`, it does not take null for "not sent": null would reach what cannot hold it. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);
