import { DomainError, invalidField } from '../../platform/http/domain-error.js';

export const unauthorized = (): DomainError =>
  new DomainError('unauthorized', 401, 'Sign in, or send a valid API key.');
export const anotherPerson = (): DomainError =>
  new DomainError('another_person', 401, 'Somebody else is signed in by now. Sign in again.');
export const forbidden = (): DomainError => new DomainError('forbidden', 403, 'You may not do this.');
export const foreignOrigin = (): DomainError =>
  new DomainError('foreign_origin', 403, 'This write did not come from our own pages.');
export const wrongCredentials = (): DomainError =>
  new DomainError('wrong_credentials', 401, 'The e-mail or the password is not right.');
export const tooManyTries = (retryAfterS: number): DomainError =>
  new DomainError('too_many_tries', 429, 'Too many tries. Wait a while and try again.', { retryAfterS });
export const tooManyRequests = (retryAfterS: number): DomainError =>
  new DomainError('too_many_requests', 429, 'Too many requests. Wait for the time in Retry-After.', { retryAfterS });
export const emailTaken = (): DomainError =>
  new DomainError('email_taken', 409, 'Somebody already signs in with this e-mail.');
export const teamNameTaken = (): DomainError =>
  new DomainError('team_name_taken', 409, 'There is already a team with this name.');
export const weakPassword = (path: string, reason: string): DomainError =>
  invalidField(path, `The password ${reason}.`);
export const unknownTeam = (): DomainError => invalidField('/teamIds', 'names a team that does not exist');
export const scopesNotHeld = (): DomainError => invalidField('/scopes', 'asks for more than you may do yourself');
