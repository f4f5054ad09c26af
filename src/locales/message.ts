/** Numbers, lists and plurals in the language of the catalogue. */

export interface Formats {
  /** Seconds with milliseconds, from virtual milliseconds: `3.234`. */
  readonly time: (millis: number) => string;
  readonly integer: (value: number) => string;
  /** In steps that people can read while it counts down: of 10 ms above 100, of 100 above 1,000. */
  readonly millis: (value: number) => string;
  /** Seconds on an axis, from virtual milliseconds: all with as many digits as `step` needs. */
  readonly tick: (millis: number, step: number) => string;
  /** `S1, S2 and S3` */
  readonly and: (items: readonly string[]) => string;
  readonly plural: (count: number, forms: { readonly one: string; readonly other: string }) => string;
}

/** What a catalogue is in any language: its keys and what its texts are made of, not what they say. */
export type Translatable<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : T extends (...values: never) => unknown
      ? T
      : { readonly [K in keyof T]: Translatable<T[K]> };

export function formatsOf(locale: string): Formats {
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const integers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  return {
    time: (millis) => seconds.format(millis / 1000),
    integer: (value) => integers.format(value),
    millis: (value) => {
      const step = value > 1000 ? 100 : value > 100 ? 10 : 1;
      return `${integers.format(Math.ceil(value / step) * step)} ms`;
    },
    tick: (millis, step) => {
      const digits = Math.max(0, Math.ceil(-Math.log10(step / 1000)));
      return (millis / 1000).toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    },
    and: (items) => lists.format(items),
    plural: (count, forms) => {
      const form = plurals.select(count) === 'one' ? forms.one : forms.other;
      return form.replace('#', integers.format(count));
    },
  };
}
