/** Where a link's chat happens. */
export interface ChatAddress {
  kind: string;
  /** E.164 or display form, for WhatsApp. */
  phone: string | null;
  /** The account's name, for Instagram. */
  username: string | null;
}

const LONGEST_TEXT = 1000;

/**
 * The chat's address with what the visitor brings along; null when the channel has none.
 * It is made of the channel's own address alone: nothing of the request chooses where it leads.
 */
export function destinationOf(chat: ChatAddress, text: string, code: string | null): string | null {
  if (chat.kind === 'instagram') {
    const name = chat.username?.replace(/^@/, '') ?? '';
    if (!/^[a-z0-9._]{1,30}$/i.test(name)) return null;
    return `https://ig.me/m/${name}${code ? `?ref=${encodeURIComponent(code)}` : ''}`;
  }
  const digits = chat.phone?.replace(/\D/g, '') ?? '';
  if (digits.length < 6 || digits.length > 15) return null;
  return `https://wa.me/${digits}?text=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
}

/** A link's message with its item's words in place; each placeholder is filled once and never read again. */
export function prefilledText(template: string | null, item: { name: string; sku: string | null } | null): string {
  const text = template?.trim() || (item ? 'Hola, quiero información sobre {item}' : 'Hola, quiero información');
  const values: Readonly<Record<string, string>> = { item: item?.name ?? '', sku: item?.sku ?? '' };
  const filled = text.replace(/\{(item|sku)\}/g, (_, name: string) => values[name] ?? '');
  return filled
    .replace(/\s{2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}
