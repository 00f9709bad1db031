let leads = false;

/** Stands for election: exactly one tab of this person wins and keeps it until it closes. */
export function standForSoundLeader(): void {
  if (!('locks' in navigator)) {
    leads = true;
    return;
  }
  void navigator.locks.request('hilo-sound', () => {
    leads = true;
    return new Promise<never>(() => undefined);
  });
}

export const leadsSound = (): boolean => leads;
