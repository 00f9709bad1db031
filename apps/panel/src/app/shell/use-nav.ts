import { useMemo } from 'react';
import { useBusiness } from '../business';
import { useMe } from '../session';
import { allowedItems, type NavItem } from './nav-items';

export function useNav(): NavItem[] {
  const { permissions } = useMe();
  // Until the settings are known nothing is hidden for want of them.
  const sandbox = useBusiness()?.sandbox ?? true;
  return useMemo(() => allowedItems(permissions, sandbox), [permissions, sandbox]);
}
