export interface Refusal {
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
}

/** The fields that an answer complains about, each once, in alphabetical order. */
export function refusedPaths({ body }: { body: unknown }): string[] {
  const { errors = [] } = (body ?? {}) as Partial<Refusal>;
  return [...new Set(errors.map(({ path }) => path))].sort();
}
