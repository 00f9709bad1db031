/** Where to go after the sign-in: only a path of ours, never another site nor the sign-in itself. */
export function returnAddress(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.startsWith('/\\')) return '/';
  return wanted.startsWith('/entrar') ? '/' : wanted;
}
