/** The languages there are, and which of them a visitor reads. */

export type Language = 'en' | 'zh';

/** In the order they are offered, each by its own name, with its tag for the browser. */
export const LANGUAGES: readonly { readonly language: Language; readonly name: string; readonly tag: string }[] = [
  { language: 'en', name: 'English', tag: 'en' },
  { language: 'zh', name: '简体中文', tag: 'zh-CN' },
];

/** The field of an address that names the language of a link. */
const FIELD = 'lang';

/** A link's own language, else the one chosen before, else the first that the browser prefers and there is; English. */
export function languageFor(visitor: {
  /** The query of the address, `?` included, or ''. */
  readonly query: string;
  readonly chosen: string | null;
  /** As in `navigator.languages`. */
  readonly preferred: readonly string[];
}): Language {
  const named = new URLSearchParams(visitor.query).get(FIELD);
  const preferred = visitor.preferred.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  const wanted = [named, visitor.chosen, ...preferred];
  const known = wanted.flatMap((one) => LANGUAGES.filter(({ language }) => language === one));
  return known[0]?.language ?? 'en';
}

/**
 * The address that a reader of the language copies: one who shares in another language than English wants it read in
 * that. An English one leaves whoever opens it their own.
 */
export function addressIn(language: Language, address: string): string {
  const url = new URL(address);
  if (language === 'en') url.searchParams.delete(FIELD);
  else url.searchParams.set(FIELD, language);
  return url.href;
}
