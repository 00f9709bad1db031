const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '');

const page = (language: string, title: string, head: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${head}</head><body>${body}</body></html>`;

export interface PreviewCard {
  url: string;
  siteName: string;
  title: string;
  description: string;
  imageUrl: string | null;
}

/** What a chat shows of a pasted link. */
export function previewPage({ url, siteName, title, description, imageUrl }: PreviewCard): string {
  const tags: readonly (readonly [string, string | null])[] = [
    ['og:type', 'website'],
    ['og:url', url],
    ['og:site_name', siteName],
    ['og:title', title],
    ['og:description', description.slice(0, 300)],
    ['og:image', imageUrl],
  ];
  const head = tags
    .flatMap(([name, value]) => (value ? [`<meta property="${name}" content="${escaped(value)}">`] : []))
    .join('');
  return page('es', title, head, `<h1>${escaped(title)}</h1><p>${escaped(description.slice(0, 300))}</p>`);
}

const WORDS = {
  es: {
    gone: ['Este enlace ya no está disponible', 'Pide uno nuevo a quien te lo envió.'],
    busy: ['Inténtalo de nuevo en unos segundos', 'Ahora mismo no podemos abrir el chat.'],
  },
  en: {
    gone: ['This link is no longer available', 'Ask whoever sent it to you for a new one.'],
    busy: ['Try again in a few seconds', 'We cannot open the chat right now.'],
  },
  pt: {
    gone: ['Este link não está mais disponível', 'Peça um novo a quem o enviou.'],
    busy: ['Tente de novo em alguns segundos', 'Não conseguimos abrir o chat agora.'],
  },
} as const;

/** Words for a visitor whose chat cannot be opened, in the first of our languages that the browser names. */
export function apologyPage(kind: 'gone' | 'busy', acceptLanguage: string | undefined): string {
  const asked = /\b(es|en|pt)\b/i.exec((acceptLanguage ?? '').slice(0, 200))?.[1]?.toLowerCase();
  const language = asked === 'en' || asked === 'pt' ? asked : 'es';
  const [title, text] = WORDS[language][kind];
  return page(language, title, '', `<h1>${escaped(title)}</h1><p>${escaped(text)}</p>`);
}
