import { ScimError } from '#scim'
import type { Address } from './address.ts'
import { Refusal, SCIM_JSON } from './errors.ts'
import type { EndpointRequest } from './exchange.ts'
import type { Settings } from './settings.ts'

/**
 * Lets a request in, or refuses it by its headers.
 *
 * @throws ScimError 401 without the right token, 406 and 415 for media types, in this order
 */
export function admit(request: EndpointRequest, address: Address, settings: Settings): void {
  authenticate(request, address, settings)
  checkAccept(request)
  checkContentType(request)
}

function authenticate(request: EndpointRequest, { segments }: Address, settings: Settings): void {
  const { headers, method } = request
  const { token, open, publicConfig } = settings
  if (token === undefined || open(request)) return
  const isConfig = segments.length === 1 && segments[0] === 'ServiceProviderConfig' && method === 'GET'
  if (isConfig && publicConfig) return
  const given = headers.authorization
  if (given === undefined) throw unauthorized('A bearer token is needed', '')
  if (given.replace(/^bearer +/i, '') === token && /^bearer /i.test(given)) return
  throw unauthorized('The bearer token is not valid', ', error="invalid_token"')
}

function unauthorized(detail: string, more: string): Refusal {
  return new Refusal(401, detail, { 'www-authenticate': `Bearer realm="scim"${more}` })
}

const ACCEPTABLE = /^(?:application\/(?:scim\+json|json|\*)|\*\/\*)$/

/** A DELETE is answered without a body: what it accepts is of no consequence. */
function checkAccept({ headers, method }: EndpointRequest): void {
  if (method === 'DELETE' || headers.accept === undefined) return
  const ranges = accepted(headers.accept)
  if (ranges.length === 0 || ranges.some((range) => ACCEPTABLE.test(range))) return
  throw new ScimError(406, undefined, `The answer can be ${SCIM_JSON} or application/json`)
}

/** Whether the client wants `application/json` and did not say that SCIM's own type will do. */
export function prefersPlainJson({ accept = '' }: EndpointRequest['headers']): boolean {
  const ranges = accepted(accept)
  return ranges.includes('application/json') && !ranges.includes(SCIM_JSON)
}

function accepted(accept: string): string[] {
  return accept
    .split(',')
    .filter((range) => !/;\s*q=0(?:\.0*)?\s*$/i.test(range))
    .map((range) => (range.split(';', 1)[0] ?? '').trim().toLowerCase())
    .filter((range) => range !== '')
}

function checkContentType({ headers, body }: EndpointRequest): void {
  const type = headers['content-type']
  if (body === undefined || body === '' || type === undefined) return
  const [name = '', ...parameters] = type
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const isJson = name === SCIM_JSON || name === 'application/json'
  const foreign = parameters.some((text) => text.startsWith('charset=') && !/^charset="?utf-?8"?$/.test(text))
  if (!isJson || foreign) throw new ScimError(415, undefined, `A body has to be ${SCIM_JSON} in UTF-8`)
}
