/** A failure whose message already tells a person what to do next: shown without a stack. */
export class Failure extends Error {
  constructor(message, detail) {
    super(message);
    this.name = 'Failure';
    this.detail = detail;
  }
}
