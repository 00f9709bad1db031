import { registerDecorator } from 'class-validator';

const MOST = 50;

/** Up to 50 short names with a text of at most 2000 characters each. */
export function isTextMap(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MOST &&
    entries.every(([name, text]) => name.length <= 80 && typeof text === 'string' && text.length <= 2000)
  );
}

export const IsTextMap = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isTextMap',
    target: target.constructor,
    propertyName: String(property),
    validator: { validate: isTextMap, defaultMessage: () => '$property must be an object of at most 50 texts' },
  });
