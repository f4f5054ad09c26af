/**
 * The chosen language: on the root element and in the address, and kept for the next visit where the browser allows
 * it. Another language than English is loaded when it is wanted, and nobody sees the page in English meanwhile.
 */
import type { LabStore } from '../../app/store.ts';
import { LANGUAGES, type Language, addressIn, languageFor } from '../../locales/language.ts';
import type { Translation } from '../../locales/translation.ts';

const KEY = 'zabscope.language';

/** English is there from the start. */
const LOADS: Readonly<Record<Language, () => Promise<Translation | null>>> = {
  en: () => Promise.resolve(null),
  zh: async () => (await import('../../locales/zh-whole.ts')).zh,
};

/** The one asked for last. */
let wanted: Language = 'en';

/** Speaks the visitor's language. To be waited for before the first picture. */
export async function beginInLanguage(store: LabStore): Promise<void> {
  const { languages } = window.navigator;
  await speak(store, languageFor({ query: window.location.search, chosen: recall(), preferred: languages }));
}

/** As the visitor chooses. */
export async function chooseLanguage(store: LabStore, language: Language): Promise<void> {
  try {
    window.localStorage.setItem(KEY, language);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
  await speak(store, language);
}

async function speak(store: LabStore, language: Language): Promise<void> {
  wanted = language;
  try {
    const translation = await LOADS[language]();
    if (language !== wanted) return;
    store.setState({ translation });
    document.documentElement.lang = LANGUAGES.find((one) => one.language === language)?.tag ?? language;
    window.history.replaceState(null, '', addressIn(language, window.location.href));
  } catch {
    // It could not be loaded: the page stays in the language it speaks.
  }
}

function recall(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
