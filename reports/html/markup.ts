import { isForeign, type Messages, phraseText, safeText } from '#harness'

const made = new WeakSet<object>()

/** A piece of finished markup. Only `html` makes one: an object with the same shape from elsewhere is escaped. */
export interface Html {
  readonly markup: string
}

export type Child = Html | string | number | undefined | false | readonly Child[]

/** A template whose every value is escaped, unless another template made it. The only way into the page. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  const markup = strings.reduce(
    (out, part, index) => out + part + (index < values.length ? render(values[index]) : ''),
    '',
  )
  return finished(markup)
}

/** Marks text of our own (style, script) as finished. Never for anything that came from a record. */
export function finished(markup: string): Html {
  const piece = Object.freeze({ markup })
  made.add(piece)
  return piece
}

/** The attribute for what is in English whatever language the page is in: titles and requirements. */
export function inEnglish({ lang }: Pick<Messages, 'lang'>): Child {
  return lang !== 'en' && html` lang="en"`
}

/** What data says, in the language of the page, or marked as English where that has no words for it. */
export function phraseMarkup(text: string, messages: Messages): Child {
  return isForeign(text, messages)
    ? html`<span${inEnglish(messages)}>${text}</span>`
    : phraseText(text, messages)
}

function render(value: Child): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if (isList(value)) return value.map(render).join('')
  return made.has(value) ? value.markup : escapeHtml(String(value.markup))
}

function isList(value: Child): value is readonly Child[] {
  return Array.isArray(value)
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe in text and in quoted attributes; characters that hide or turn round text become visible escapes. */
export function escapeHtml(text: string): string {
  return safeText(text, '\n').replace(/[&<>"']/g, (char) => ENTITIES[char] as string)
}
