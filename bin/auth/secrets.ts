import { type Auth, basicPair, type ClientTls, type SigningKey } from './auth.ts'

/** Every value among these that must never be seen: for the redactor. Tokens that are got later it hears of then. */
export function secretsIn(auth: Auth, tls: ClientTls = {}, proxy?: string): string[] {
  return [...ofAuth(auth), ...known(tls.key, tls.pfx, tls.passphrase), ...ofProxy(proxy)]
}

function ofAuth(auth: Auth): string[] {
  if (auth.type === 'none') return []
  if (auth.type === 'bearer') return [auth.token]
  if (auth.type === 'basic') return [auth.password, basicPair(auth.username, auth.password)]
  if (auth.type === 'headers')
    return Object.entries(auth.headers).flatMap(([name, value]) => headerSecrets(name, value))
  const own = auth.type === 'client-credentials' ? known(auth.clientSecret) : ofKey(auth.key)
  return [...own, ...known(auth.held?.value)]
}

/** As it stands in the file, and on one line. */
function ofKey({ pem }: SigningKey): string[] {
  return [pem, pem.replace(/-----[^-]+-----|\s/g, '')]
}

/** The user of a proxy's address may be known; with the password it becomes a pair that travels in base64. */
function ofProxy(proxy: string | undefined): string[] {
  if (proxy === undefined || !URL.canParse(proxy)) return []
  const { username, password } = new URL(proxy)
  if (password === '') return []
  const plain = decodeURIComponent(password)
  return [password, plain, basicPair(decodeURIComponent(username), plain)]
}

const PLAIN_HEADERS = new Set(['accept', 'accept-language', 'content-type', 'user-agent', 'x-request-id'])

/** A header that the user adds is taken for a secret unless it is known to be none. */
export function headerSecrets(name: string, value: string): string[] {
  if (PLAIN_HEADERS.has(name.toLowerCase())) return []
  if (name.toLowerCase() === 'cookie') return [value, ...cookieValues(value)]
  const scheme = /^[A-Za-z][\w-]*\s+(\S.*)$/.exec(value)
  return scheme?.[1] ? [value, scheme[1]] : [value]
}

function cookieValues(value: string): string[] {
  return value.split(';').flatMap((pair) => {
    const [, one = ''] = /=\s*"?([^"]*)"?\s*$/.exec(pair) ?? []
    return one === '' ? [] : [one]
  })
}

const known = (...values: (string | undefined)[]): string[] => values.filter((one) => one !== undefined)
