import { inBothLanguages } from './language.ts'

/** What is said about the parameters of profiles. */
export const parameterMessages = inBothLanguages({
  en: {
    describe: 'A parameter of the profile, name=value (repeatable)',
    form: (text: string) => `--parameter takes name=value; got "${text}".`,
    unknown: (profile: string, name: string, hint: string, known: readonly string[]) =>
      `Profile ${profile} has no parameter ${name}.${hint}${known.length > 0 ? ` It has: ${known.join(', ')}.` : ' It has none.'}`,
    value: (name: string, value: string, values: readonly string[]) =>
      `Parameter ${name} takes ${values.join(', ')}; got "${value}".`,
  },
  nb: {
    describe: 'En parameter i profilen, navn=verdi (kan gjentas)',
    form: (text: string) => `--parameter skal ha formen navn=verdi, men er "${text}".`,
    unknown: (profile: string, name: string, hint: string, known: readonly string[]) =>
      `Profilen ${profile} har ingen parameter ${name}.${hint}${known.length > 0 ? ` Den har: ${known.join(', ')}.` : ' Den har ingen.'}`,
    value: (name: string, value: string, values: readonly string[]) =>
      `Parameteren ${name} kan være ${values.join(', ')}, men er "${value}".`,
  },
})
