/** What named variables may take from a contact, under the names that templates use for it. */
export function contactValues({ name, city }: { name: string; city: string | null }): Record<string, string> {
  const first = name.trim().split(/\s+/u)[0] ?? '';
  const values: [string, string][] = [
    ...['nombre', 'name', 'nome'].map((key): [string, string] => [key, first]),
    ...['ciudad', 'city', 'cidade'].map((key): [string, string] => [key, city ?? '']),
  ];
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
