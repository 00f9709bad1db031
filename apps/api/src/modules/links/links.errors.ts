import { DomainError } from '../../platform/http/domain-error.js';

/** An item has one link of a name on a network. */
export const nameTaken = (networks: readonly string[]): DomainError =>
  new DomainError('duplicate_link', 409, 'This item already has a link with this name on this network.', { networks }, [
    { path: '/name', message: `is taken on ${networks.join(', ')}` },
  ]);
