/** Refused with 412 when somebody changed the thing since this version was read. */
export const ifMatch = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });
