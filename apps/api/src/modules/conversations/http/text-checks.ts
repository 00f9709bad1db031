import { buildMessage, ValidateBy } from 'class-validator';

/** NUL, or half of a surrogate pair: PostgreSQL keeps neither in JSON. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const storable = (value: unknown): boolean => typeof value !== 'string' || !UNSTORABLE.test(value);
const record = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that can be kept as it is. */
export const StorableText = (): PropertyDecorator =>
  ValidateBy({
    name: 'storableText',
    validator: {
      validate: storable,
      defaultMessage: buildMessage((each) => `${each}$property holds a character that cannot be stored`),
    },
  });

/** An object whose values are texts that can be kept. */
export const TextValues = (): PropertyDecorator =>
  ValidateBy({
    name: 'textValues',
    validator: {
      validate: (value) =>
        record(value) && Object.values(value).every((one) => typeof one === 'string' && storable(one)),
      defaultMessage: buildMessage((each) => `${each}$property must hold texts only`),
    },
  });
