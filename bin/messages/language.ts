/** What people can be spoken to in. SCIM's own words stay as the RFCs spell them. */
export type Language = 'en' | 'nb'

export function isLanguage(text: string): text is Language {
  return text === 'en' || text === 'nb'
}

let current: Language = 'en'

/** From now on everything that the commands say is in this language. */
export function speak(language: Language): void {
  current = language
}

export function spokenLanguage(): Language {
  return current
}

/**
 * The messages of one area in every language; call it where a message is needed: `gate().expired(id)`. A message that
 * one language lacks does not compile. What goes into a record is asked for in English, whatever is spoken.
 */
export function inBothLanguages<Texts>(both: {
  en: Texts
  nb: NoInfer<Texts>
}): (language?: Language) => Texts {
  return (language = current) => both[language]
}
