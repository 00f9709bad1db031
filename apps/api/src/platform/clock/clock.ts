/** Business time. Everything that decides by time asks here, so that a test or a sandbox can move it. */
export abstract class Clock {
  abstract now(): Date;
}
