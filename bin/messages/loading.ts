import { inBothLanguages } from './language.ts'

/** What is said where a profile, or a file of one, cannot be loaded. */
export const loading = inBothLanguages({
  en: {
    noDefault: (file: string) => `${file} has no default export.`,
    otherId: (file: string, own: string, id: string) => `${file} calls itself "${own}"; its id is "${id}".`,
    noProfileFile: (folder: string) => `${folder} holds no profile.js.`,
    noProfile: (name: string, hint: string, known: readonly string[]) =>
      `There is no profile "${name}".${hint} Built in: ${known.join(', ')}. A folder ("./my-profile") or an installed package scim-test-profile-${name} works too.`,
    noDialect: (id: string, hint: string) => `There is no dialect "${id}".${hint}`,
  },
  nb: {
    noDefault: (file: string) => `${file} har ingen standardeksport (default export).`,
    otherId: (file: string, own: string, id: string) =>
      `${file} kaller seg "${own}"; id-en skal være "${id}".`,
    noProfileFile: (folder: string) => `${folder} inneholder ikke profile.js.`,
    noProfile: (name: string, hint: string, known: readonly string[]) =>
      `Profilen "${name}" finnes ikke.${hint} Innebygde profiler: ${known.join(', ')}. En mappe ("./min-profil") eller en installert pakke scim-test-profile-${name} kan også brukes.`,
    noDialect: (id: string, hint: string) => `Dialekten "${id}" finnes ikke.${hint}`,
  },
})
