/** A claim of a draft that rests on nothing that is known. */
export interface GuardFinding {
  readonly rule: 'figure' | 'money' | 'discount' | 'sold_out' | 'stock' | 'link' | 'personal_data' | 'leak';
  /** What was found in the draft. */
  readonly found: string;
}
