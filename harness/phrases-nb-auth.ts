import type { Phrase } from './phrases.ts'

/** Why a run has no token any more, with what to do: the words of the commands, as a record has them. */
export const tokenLost: readonly Phrase[] = [
  [
    'No token: {.url} gave no answer ({=why}).\n{=todo}',
    'Ikke noe token: {.url} svarte ikke ({=why}).\n{=todo}',
  ],
  [
    'No token: {.url} answered {.n} without JSON.\n{=todo}',
    'Ikke noe token: {.url} svarte {.n} uten JSON.\n{=todo}',
  ],
  [
    'No token: {.url} answered {.n} ({why}).\n{=todo}',
    'Ikke noe token: {.url} svarte {.n} ({why}).\n{=todo}',
  ],
  ['No token: {.url} answered {.n}.\n{=todo}', 'Ikke noe token: {.url} svarte {.n}.\n{=todo}'],
  [
    'No token: the answer of {.url} has no usable access_token; it has {names}.\n{=todo}',
    'Ikke noe token: svaret fra {.url} har ikke noe brukbart access_token; det har {names}.\n{=todo}',
  ],
  [
    'No token: the answer of {.url} has no usable access_token.\n{=todo}',
    'Ikke noe token: svaret fra {.url} har ikke noe brukbart access_token.\n{=todo}',
  ],
  [
    '{.url} gave a token of the type {type}; only bearer tokens can be used.\n{=todo}',
    '{.url} ga et token av typen {type}; bare bearer-token kan brukes.\n{=todo}',
  ],
  [
    'Check its certificate; name a private authority with --ca, and a client certificate under tls.',
    'Sjekk sertifikatet; oppgi en egen sertifikatutsteder med --ca, og et klientsertifikat under tls.',
  ],
  [
    'Check the proxy (proxy in the configuration, HTTPS_PROXY, NO_PROXY).',
    'Sjekk proxyen (proxy i konfigurasjonen, HTTPS_PROXY, NO_PROXY).',
  ],
  [
    'Check auth.tokenUrl, and DNS, VPN and proxy (HTTPS_PROXY) from this machine.',
    'Sjekk auth.tokenUrl, og DNS, VPN og proxy (HTTPS_PROXY) fra denne maskinen.',
  ],
  [
    'Check auth.clientId, the client secret, and whether the service wants method: client_secret_post.',
    'Sjekk auth.clientId, klienthemmeligheten, og om tjenesten vil ha method: client_secret_post.',
  ],
  [
    'Check auth.clientId, auth.keyId and whether the public key is registered for this client.',
    'Sjekk auth.clientId, auth.keyId og om den offentlige nøkkelen er registrert på denne klienten.',
  ],
  [
    'Check auth.audience, auth.keyId, that the public key is registered, and the clock of this machine.',
    'Sjekk auth.audience, auth.keyId, at den offentlige nøkkelen er registrert, og klokken på denne maskinen.',
  ],
  [
    'Check auth.scope, and that the client has been given it.',
    'Sjekk auth.scope, og at klienten har fått det.',
  ],
  [
    'The client may not use this grant: check how it is registered.',
    'Klienten har ikke lov til å bruke denne typen grant: sjekk hvordan den er registrert.',
  ],
  [
    'Check auth.tokenUrl and the other keys under auth.',
    'Sjekk auth.tokenUrl og de andre nøklene under auth.',
  ],
  [
    'Check auth.tokenUrl: it is the token endpoint, often ending in /token.',
    'Sjekk auth.tokenUrl: det er token-endepunktet, ofte med /token til slutt.',
  ],
  ['Check auth.tokenUrl and auth.scope.', 'Sjekk auth.tokenUrl og auth.scope.'],
  [
    'See how the client is registered: sender-constrained tokens (DPoP) are not supported.',
    'Se hvordan klienten er registrert: tokener bundet til avsenderen (DPoP) støttes ikke.',
  ],
]
