import { type Messages, safeText } from '#harness'
import type { Report } from './model.ts'

/** What the authors of the profile found to be contradictory or open in its documents, in the language of the reader. */
export function notedIn(
  { profile: { notes = [] } }: Pick<Report, 'profile'>,
  { lang }: Messages,
): { readonly id: string; readonly text: string; readonly source: string }[] {
  return notes.map(({ id, text, source }) => ({ id, text: lang === 'nb' ? text.nb : text.en, source }))
}

/** The same for a terminal: of each note the first sentence. */
export function noteLines(report: Report, messages: Messages): string[] {
  const notes = notedIn(report, messages)
  if (notes.length === 0) return []
  const width = Math.max(...notes.map(({ id }) => id.length))
  const { page } = messages
  return [
    `· ${page.notes}. ${page.notesMean}`,
    ...notes.map(({ id, text }) => `    ${safeText(id.padEnd(width))}  ${safeText(firstSentence(text))}`),
  ]
}

/** A full stop in a version or a name has no blank behind it. */
function firstSentence(text: string): string {
  return /^.*?[.:](?=\s)/s.exec(text)?.[0].replace(/:$/, '.') ?? text
}
