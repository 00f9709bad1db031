import type { Role, User } from '../api/people';

export interface UserFields {
  name: string;
  email: string;
  /** Empty keeps the password of somebody who has one. */
  password: string;
  roles: Role[];
  teamIds: string[];
  capacity: number;
}

export type UserField = 'name' | 'email' | 'password' | 'roles' | 'capacity';

const SHORTEST_PASSWORD = 10;

export const userFields = (user: User | null): UserFields => ({
  name: user?.name ?? '',
  email: user?.email ?? '',
  password: '',
  roles: user?.roles ?? ['advisor'],
  teamIds: user?.teams.map(({ id }) => id) ?? [],
  capacity: user?.capacity ?? 20,
});

/** Which fields cannot be sent as they are. */
export function userProblems({ name, email, password, roles, capacity }: UserFields, isNew: boolean): UserField[] {
  const problems: UserField[] = [];
  if (!/[\p{L}\p{N}]/u.test(name)) problems.push('name');
  if (!/^\S+@\S+\.\S+$/.test(email.trim())) problems.push('email');
  if ((isNew || password !== '') && password.length < SHORTEST_PASSWORD) problems.push('password');
  if (roles.length === 0) problems.push('roles');
  if (!Number.isInteger(capacity) || capacity < 0 || capacity > 1000) problems.push('capacity');
  return problems;
}

/** The fields as sent: an empty password is not one. */
export function withoutEmptyPassword<T extends Partial<UserFields>>({
  password,
  ...rest
}: T): Omit<T, 'password'> & { password?: string } {
  return password ? { ...rest, password } : rest;
}
