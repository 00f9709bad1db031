import { registerDecorator } from 'class-validator';

const MOST = 50;
const NAME = /^[\p{L}\p{N}_ .-]{1,60}$/u;
const LONGEST_TEXT = 1000;

/** Up to 50 names, each with a text of at most 1000 characters, a number, a yes or no, or nothing. */
export function isItemAttributes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST &&
    entries.every(([name, content]) => NAME.test(name) && name !== '__proto__' && isPlain(content))
  );
}

const isPlain = (content: unknown): boolean =>
  content === null ||
  typeof content === 'boolean' ||
  (typeof content === 'number' && Number.isFinite(content)) ||
  (typeof content === 'string' && content.length <= LONGEST_TEXT);

export const IsItemAttributes = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isItemAttributes',
    target: target.constructor,
    propertyName: String(property),
    validator: {
      validate: isItemAttributes,
      defaultMessage: () =>
        '$property must be an object of at most 50 short names with a text, a number, true, false or null each',
    },
  });
