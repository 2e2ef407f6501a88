import { inBothLanguages } from './language.ts'

/** What `serve --auth` says. */
export const serveMessages = inBothLanguages({
  en: {
    needsVariable: (type: string, variable: string) =>
      `--auth ${type} takes the secret from the environment variable ${variable}, which is not set.`,
    needsKey: (type: string) =>
      `--auth ${type} needs the public key of the client: --client-key FILE (PEM or JWK).`,
    noKey: (path: string) =>
      `${path} holds no key that can be read. It takes PEM (BEGIN PUBLIC KEY) or a JWK.`,
    lifetime: '--token-lifetime takes a number of seconds above 0.',
    basic: (user: string) => `Basic authentication: user ${user}, password as in SCIM_TEST_PASSWORD.`,
    tokens: (url: string, type: string, client: string, lifetime: number) =>
      `Tokens for ${lifetime} s at ${url} (${type}, client ${client}).`,
  },
  nb: {
    needsVariable: (type: string, variable: string) =>
      `--auth ${type} henter hemmeligheten fra miljøvariabelen ${variable}, som ikke er satt.`,
    needsKey: (type: string) =>
      `--auth ${type} trenger klientens offentlige nøkkel: --client-key FIL (PEM eller JWK).`,
    noKey: (path: string) =>
      `${path} har ingen nøkkel som kan leses. Filen må ha PEM (BEGIN PUBLIC KEY) eller en JWK.`,
    lifetime: '--token-lifetime tar et antall sekunder over 0.',
    basic: (user: string) => `Basic-innlogging: bruker ${user}, passord som i SCIM_TEST_PASSWORD.`,
    tokens: (url: string, type: string, client: string, lifetime: number) =>
      `Token for ${lifetime} s fra ${url} (${type}, klient ${client}).`,
  },
})
