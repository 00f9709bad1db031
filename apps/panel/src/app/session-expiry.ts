import { create } from 'zustand';

interface SessionExpiry {
  /** Somebody had been let in on this page. Before that, a 401 just means "go to the sign-in". */
  entered: boolean;
  /** The session ended while the page was in use: ask again over the page, so that no word is lost. */
  expired: boolean;
}

export const useSessionExpiry = create<SessionExpiry>(() => ({ entered: false, expired: false }));

export function sessionEntered(): void {
  useSessionExpiry.setState({ entered: true, expired: false });
}

export function sessionLost(): void {
  if (useSessionExpiry.getState().entered) useSessionExpiry.setState({ expired: true });
}

export function sessionLeft(): void {
  useSessionExpiry.setState({ entered: false, expired: false });
}
