import type { INestApplicationContext } from '@nestjs/common';
import {
  ApiKeys,
  CreateUser,
  isPermission,
  PERMISSIONS,
  ROLES,
  type Permission,
  type Role,
} from '../modules/auth/index.js';

type Options = Readonly<Record<string, string>>;

/** Makes an API key. Returns it: it is shown this once. */
export async function createApiKey(app: INestApplicationContext, options: Options): Promise<string> {
  const { name, scopes } = needed(options, ['name', 'scopes']);
  const wanted =
    scopes === 'all'
      ? ('all' as const)
      : list(scopes).filter(
          (scope): scope is Permission =>
            isPermission(scope) || refuse(`--scopes: ${scope} is not one of ${PERMISSIONS.join(', ')}`),
        );
  return (await app.get(ApiKeys).create('system', { name, scopes: wanted })).key;
}

/** Makes a user. Returns the new id. */
export async function createUser(app: INestApplicationContext, options: Options): Promise<string> {
  const { name, email, password, roles } = needed(options, ['name', 'email', 'password', 'roles']);
  const held = list(roles).filter(
    (role): role is Role =>
      (ROLES as readonly string[]).includes(role) || refuse(`--roles: ${role} is not one of ${ROLES.join(', ')}`),
  );
  return app.get(CreateUser).create('system', { name, email, password, roles: held });
}

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

function needed<K extends string>(options: Options, names: readonly K[]): Record<K, string> {
  const missing = names.filter((name) => !options[name]);
  if (missing.length > 0) refuse(`Missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  return options as Record<K, string>;
}

function refuse(words: string): never {
  throw new Error(words);
}
