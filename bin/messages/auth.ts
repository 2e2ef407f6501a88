import { inBothLanguages } from './language.ts'

const listed = (words: readonly string[]) => words.join(', ')
const called = (path: string) => path.replace(/^\./, '')

/** What is said of credentials, tokens, certificates and proxies. No message has a parameter for a secret. */
export const authMessages = inBothLanguages({
  en: {
    unknownType: (hint: string, known: readonly string[]) =>
      `auth needs a type.${hint} Known: ${listed(known)}.`,
    unknownKey: (path: string, hint: string, known: readonly string[]) =>
      `there is no ${path}.${hint} Known: ${listed(known)}.`,
    missingKey: (map: string, name: string) => `${map} needs ${name}.`,
    takesThis: (path: string, wanted: string, hint = '') => `${called(path)} takes ${wanted}.${hint}`,
    takes: {
      map: (known: readonly string[]) => `a map with ${listed(known)}`,
      choice: (known: readonly string[]) => `one of ${listed(known)}`,
      names: 'a map of names to values',
      secret: 'env:NAME or file:PATH; the secret itself does not belong in a file like this one',
      organisation: 'an organisation number as 0192:999999999',
      url: 'an http or https address without user and password',
      text: 'a text',
    },
    twoWays: (one: string, other: string) =>
      `The configuration says with ${one} and with ${other} how to sign in. Keep one of them.`,
    theToken: 'the token',
    proxyNoAddress:
      'What the configuration refers to as proxy is no http or https address, like http://proxy.example.org:3128.',
    notSet: (what: string, variable: string) =>
      `The configuration takes ${what} from the environment variable ${variable}, which is not set.`,
    emptyFile: (what: string, path: string) =>
      `The configuration takes ${what} from ${path}, which is empty.`,
    unreadable: (what: string, path: string, code: string) => `Cannot read ${what} from ${path} (${code}).`,
    noHeaderName: (what: string) => `${what} is no name for a header.`,
    notForHeader: (what: string) =>
      `${what} holds a line break or another character that no header can carry. Look at where it comes from.`,
    colonInUsername: 'auth.username has a colon, which basic authentication cannot carry.',
    keyOfOtherKind: (kind: string, wanted: string | undefined, fitting: readonly string[]) =>
      `auth.privateKey is of the kind ${kind}, which ${wanted === undefined ? 'no known algorithm signs with' : `${wanted} does not sign with`}.${fitting.length > 0 ? ` It fits ${listed(fitting)}.` : ' Use RSA, P-256, P-384, P-521 or Ed25519.'}`,
    keyTooShort: (bits: number, least: number) =>
      `auth.privateKey has ${bits} bits; token endpoints want ${least} at least. Make a new key.`,
    keyNoJson: 'auth.privateKey begins like a JWK, but is no private key in that form.',
    keyIsPublic: 'auth.privateKey holds what is public, a certificate or a public key. Name the private key.',
    keyLocked: 'auth.privateKey is locked with a passphrase. Name it: passphrase: env:NAME.',
    keyWrongPassphrase: 'auth.privateKey cannot be opened with auth.passphrase.',
    keyUnknownForm: (code: string) =>
      `auth.privateKey is in no form that can be read${code && ` (${code})`}. It takes PEM (BEGIN PRIVATE KEY) or a JWK; out of PKCS #12: openssl pkcs12 -in FILE.p12 -nocerts -nodes.`,
    tlsUnusable: (pfx: boolean, fault: 'passphrase' | 'mismatch' | 'old' | 'form') =>
      ({
        passphrase: `${pfx ? 'tls.pfx' : 'tls.key'} cannot be opened with tls.passphrase.`,
        mismatch: 'tls.key does not belong to tls.certificate.',
        old: 'tls.pfx is locked with ciphers that are no longer in use. Export it again, without -legacy.',
        form: pfx
          ? 'tls.pfx is no PKCS #12 file that can be read.'
          : 'tls.certificate and tls.key are not both in PEM form (BEGIN CERTIFICATE, BEGIN PRIVATE KEY).',
      })[fault],
    noAnswer: (url: string, kind: string, failure: string) =>
      `No token: ${url} gave no answer (${failure}).\n${
        {
          tls: 'Check its certificate; name a private authority with --ca, and a client certificate under tls.',
          proxy: 'Check the proxy (proxy in the configuration, HTTPS_PROXY, NO_PROXY).',
        }[kind] ?? 'Check auth.tokenUrl, and DNS, VPN and proxy (HTTPS_PROXY) from this machine.'
      }`,
    refused: (url: string, status: number, why: string, error: string, type: string) =>
      `No token: ${url} answered ${status}${why && ` (${why})`}.\n${
        {
          invalid_client:
            type === 'client-credentials'
              ? 'Check auth.clientId, the client secret, and whether the service wants method: client_secret_post.'
              : 'Check auth.clientId, auth.keyId and whether the public key is registered for this client.',
          invalid_grant:
            'Check auth.audience, auth.keyId, that the public key is registered, and the clock of this machine.',
          invalid_scope: 'Check auth.scope, and that the client has been given it.',
          unauthorized_client: 'The client may not use this grant: check how it is registered.',
        }[error] ?? 'Check auth.tokenUrl and the other keys under auth.'
      }`,
    noJson: (url: string, status: number) =>
      `No token: ${url} answered ${status} without JSON.\nCheck auth.tokenUrl: it is the token endpoint, often ending in /token.`,
    noAccessToken: (url: string, found: string) =>
      `No token: the answer of ${url} has no usable access_token${found && `; it has ${found}`}.\nCheck auth.tokenUrl and auth.scope.`,
    otherTokenType: (url: string, type: string) =>
      `${url} gave a token of the type ${type}; only bearer tokens can be used.\nSee how the client is registered: sender-constrained tokens (DPoP) are not supported.`,
  },
  nb: {
    unknownType: (hint: string, known: readonly string[]) =>
      `auth trenger en type.${hint} Kjente: ${listed(known)}.`,
    unknownKey: (path: string, hint: string, known: readonly string[]) =>
      `${path} finnes ikke.${hint} Kjente: ${listed(known)}.`,
    missingKey: (map: string, name: string) => `${map} trenger ${name}.`,
    takesThis: (path: string, wanted: string, hint = '') => `${called(path)} tar ${wanted}.${hint}`,
    takes: {
      map: (known: readonly string[]) => `en oversikt med ${listed(known)}`,
      choice: (known: readonly string[]) => `en av ${listed(known)}`,
      names: 'en oversikt over navn og verdier',
      secret: 'env:NAVN eller file:STI; selve hemmeligheten hører ikke hjemme i en slik fil',
      organisation: 'et organisasjonsnummer som 0192:999999999',
      url: 'en http- eller https-adresse uten bruker og passord',
      text: 'en tekst',
    },
    twoWays: (one: string, other: string) =>
      `Konfigurasjonen sier med både ${one} og ${other} hvordan man logger inn. Behold én av dem.`,
    theToken: 'token',
    proxyNoAddress:
      'Det konfigurasjonen viser til som proxy, er ingen http- eller https-adresse, slik som http://proxy.example.org:3128.',
    notSet: (what: string, variable: string) =>
      `Konfigurasjonen henter ${what} fra miljøvariabelen ${variable}, som ikke er satt.`,
    emptyFile: (what: string, path: string) => `Konfigurasjonen henter ${what} fra ${path}, som er tom.`,
    unreadable: (what: string, path: string, code: string) => `Kan ikke lese ${what} fra ${path} (${code}).`,
    noHeaderName: (what: string) => `${what} er ikke et navn for en header.`,
    notForHeader: (what: string) =>
      `${what} inneholder et linjeskift eller et annet tegn som ingen header kan bære. Se på hvor verdien kommer fra.`,
    colonInUsername: 'auth.username har et kolon, og det kan ikke sendes med basic.',
    keyOfOtherKind: (kind: string, wanted: string | undefined, fitting: readonly string[]) =>
      `auth.privateKey er av typen ${kind}, som ${wanted === undefined ? 'ingen kjent algoritme signerer med' : `${wanted} ikke signerer med`}.${fitting.length > 0 ? ` Den passer til ${listed(fitting)}.` : ' Bruk RSA, P-256, P-384, P-521 eller Ed25519.'}`,
    keyTooShort: (bits: number, least: number) =>
      `auth.privateKey har ${bits} biter; token-endepunkter vil ha minst ${least}. Lag en ny nøkkel.`,
    keyNoJson: 'auth.privateKey begynner som en JWK, men er ingen privat nøkkel i det formatet.',
    keyIsPublic:
      'auth.privateKey inneholder noe som er offentlig, et sertifikat eller en offentlig nøkkel. Oppgi den private.',
    keyLocked: 'auth.privateKey er låst med en passordfrase. Oppgi den: passphrase: env:NAVN.',
    keyWrongPassphrase: 'auth.privateKey lar seg ikke åpne med auth.passphrase.',
    keyUnknownForm: (code: string) =>
      `auth.privateKey er ikke i et format som kan leses${code && ` (${code})`}. Den tar PEM (BEGIN PRIVATE KEY) eller en JWK; fra PKCS #12: openssl pkcs12 -in FIL.p12 -nocerts -nodes.`,
    tlsUnusable: (pfx: boolean, fault: 'passphrase' | 'mismatch' | 'old' | 'form') =>
      ({
        passphrase: `${pfx ? 'tls.pfx' : 'tls.key'} lar seg ikke åpne med tls.passphrase.`,
        mismatch: 'tls.key hører ikke til tls.certificate.',
        old: 'tls.pfx er låst med kryptering som ikke lenger er i bruk. Eksporter den på nytt, uten -legacy.',
        form: pfx
          ? 'tls.pfx er ingen PKCS #12-fil som kan leses.'
          : 'tls.certificate og tls.key er ikke begge i PEM-format (BEGIN CERTIFICATE, BEGIN PRIVATE KEY).',
      })[fault],
    noAnswer: (url: string, kind: string, failure: string) =>
      `Ikke noe token: ${url} svarte ikke (${failure}).\n${
        {
          tls: 'Sjekk sertifikatet; oppgi en egen sertifikatutsteder med --ca, og et klientsertifikat under tls.',
          proxy: 'Sjekk proxyen (proxy i konfigurasjonen, HTTPS_PROXY, NO_PROXY).',
        }[kind] ?? 'Sjekk auth.tokenUrl, og DNS, VPN og proxy (HTTPS_PROXY) fra denne maskinen.'
      }`,
    refused: (url: string, status: number, why: string, error: string, type: string) =>
      `Ikke noe token: ${url} svarte ${status}${why && ` (${why})`}.\n${
        {
          invalid_client:
            type === 'client-credentials'
              ? 'Sjekk auth.clientId, klienthemmeligheten, og om tjenesten vil ha method: client_secret_post.'
              : 'Sjekk auth.clientId, auth.keyId og om den offentlige nøkkelen er registrert på denne klienten.',
          invalid_grant:
            'Sjekk auth.audience, auth.keyId, at den offentlige nøkkelen er registrert, og klokken på denne maskinen.',
          invalid_scope: 'Sjekk auth.scope, og at klienten har fått det.',
          unauthorized_client:
            'Klienten har ikke lov til å bruke denne typen grant: sjekk hvordan den er registrert.',
        }[error] ?? 'Sjekk auth.tokenUrl og de andre nøklene under auth.'
      }`,
    noJson: (url: string, status: number) =>
      `Ikke noe token: ${url} svarte ${status} uten JSON.\nSjekk auth.tokenUrl: det er token-endepunktet, ofte med /token til slutt.`,
    noAccessToken: (url: string, found: string) =>
      `Ikke noe token: svaret fra ${url} har ikke noe brukbart access_token${found && `; det har ${found}`}.\nSjekk auth.tokenUrl og auth.scope.`,
    otherTokenType: (url: string, type: string) =>
      `${url} ga et token av typen ${type}; bare bearer-token kan brukes.\nSe hvordan klienten er registrert: tokener bundet til avsenderen (DPoP) støttes ikke.`,
  },
})
