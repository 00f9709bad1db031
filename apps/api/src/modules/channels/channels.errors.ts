import { DomainError, invalidField } from '../../platform/http/domain-error.js';

export const channelExists = (): DomainError =>
  new DomainError('channel_exists', 409, 'This number is a channel already.');

export const noSimulator = (): DomainError => invalidField('/sandbox', 'no simulator is configured here');

export const clockNotMovable = (): DomainError =>
  new DomainError('clock_not_movable', 409, 'Time can be moved only while every active channel is a sandbox.');

export const simulatorUnavailable = (): DomainError =>
  new DomainError('simulator_unavailable', 503, 'The simulator does not answer right now.');
