import type { ReactNode } from 'react';
import type { Permission } from '../permission';
import { useCan } from '../session';
import { Forbidden } from './message-screens';

/** Shows a screen to those who may see it and says so to the rest. */
export function Gate({ permission, children }: { permission: Permission; children: ReactNode }) {
  return useCan(permission) ? children : <Forbidden permission={permission} />;
}
