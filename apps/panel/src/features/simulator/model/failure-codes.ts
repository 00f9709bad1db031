/** Refusals of WhatsApp worth trying, as its documentation numbers them. */
export const FAILURE_CODES = [131047, 131026, 131049, 131050, 130472, 131056, 131000] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

export const isFailureCode = (code: number): code is FailureCode => FAILURE_CODES.some((one) => one === code);
