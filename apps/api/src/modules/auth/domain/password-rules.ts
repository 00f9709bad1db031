export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

const FEWEST_DIFFERENT = 5;
const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'contrasena',
  'contraseña',
  'password',
  'administrador',
  'bienvenido',
];

export type PasswordVerdict = { ok: true } | { ok: false; reason: string };

/** Long enough, not a walk over the keyboard, not the person's own name or address. */
export function judgePassword(password: string, about: { email: string; name: string }): PasswordVerdict {
  const refused = (reason: string): PasswordVerdict => ({ ok: false, reason });
  if (password.length < SHORTEST_PASSWORD) return refused(`must have at least ${SHORTEST_PASSWORD} characters`);
  if (password.length > LONGEST_PASSWORD) return refused(`must have at most ${LONGEST_PASSWORD} characters`);
  if (new Set(password).size < FEWEST_DIFFERENT) return refused('repeats too few characters');
  const letters = password.toLowerCase().replace(/[^\p{L}]/gu, '');
  if (isWalk(password.toLowerCase()) || isWalk(letters)) return refused('is one of the first that anybody would try');
  const own = [
    about.email.toLowerCase(),
    ...about.email.toLowerCase().split('@').slice(0, 1),
    about.name.toLowerCase().replace(/\s+/g, ''),
  ];
  if (own.includes(password.toLowerCase()) || own.includes(letters))
    return refused('must not be your own name or address');
  return { ok: true };
}

const isWalk = (text: string): boolean =>
  text.length >= 6 && WALKS.some((walk) => walk.includes(text) || text.replaceAll(walk, '') === '');
