import { type Messages, wording } from '#harness'
import { spokenLanguage } from './language.ts'

/** What findings and reports say, in the language that the commands speak. */
export function spoken(): Messages {
  return wording(spokenLanguage())
}
