import { useEffect } from 'react';
import { create } from 'zustand';

export const useImmersiveStore = create<{ immersive: boolean }>(() => ({ immersive: false }));

/** Gives the whole height of a phone to the screen, e.g. an open conversation: the bottom bar steps aside meanwhile. */
export function useImmersive(active: boolean): void {
  useEffect(() => {
    useImmersiveStore.setState({ immersive: active });
    return () => useImmersiveStore.setState({ immersive: false });
  }, [active]);
}
