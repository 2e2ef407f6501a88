import { elementsOf, isUnassigned } from '#check'
import { isObject, type Json, type JsonObject, member, sameJson } from '#scim'
import type { Attribute } from '#scim/schema'
import { isShown } from './places.part.ts'

/**
 * Whether a value came back as it was sent, as far as the target may not choose: letter case where it does not matter, the
 * way telephone numbers and messaging addresses are written, the offset of a time, the alphabet of base64 and the order of
 * values are its own. It may add values and parts.
 */
export function isKept(
  sent: Json,
  got: Json | undefined,
  attribute: Attribute,
  path = attribute.name,
): boolean {
  if (!attribute.multiValued || !Array.isArray(sent)) return isKeptOne(sent, got, attribute, path)
  const elements = Array.isArray(got) ? got : []
  return sent.every((one) => elements.some((other) => isKeptOne(one, other, attribute, path)))
}

/** What a target may put together itself, or write in its canonical form. */
const OWN_WORDS = /^(name|addresses)\.formatted$|\.display$/

function isKeptOne(sent: Json, got: Json | undefined, attribute: Attribute, path: string): boolean {
  switch (attribute.type) {
    case 'complex':
      return partsLost(sent, got, attribute, path).length === 0
    case 'dateTime':
      return secondOf(sent) !== undefined && secondOf(sent) === secondOf(got)
    case 'binary':
      return typeof got === 'string' && bytesOf(sent) === bytesOf(got)
    case 'string':
      if (OWN_WORDS.test(path)) return typeof got === 'string' && got !== ''
      return (
        typeof got === 'string' && written(String(sent), attribute, path) === written(got, attribute, path)
      )
    case 'boolean':
      // A missing primary counts as false (RFC 7643 section 2.4).
      return sameJson(sent, got) || (sent === false && path.endsWith('.primary') && isUnassigned(got))
    default:
      return sameJson(sent, got)
  }
}

/** The parts of one complex value that did not come back as they were sent. */
function partsLost(sent: Json, got: Json | undefined, { subAttributes }: Attribute, path: string): string[] {
  if (!isObject(sent)) return []
  return subAttributes
    .filter((part) => isShown(part) && sent[part.name] !== undefined)
    .filter((part) => !isKept(sent[part.name] as Json, member(got, part.name), part, `${path}.${part.name}`))
    .map(({ name }) => name)
}

function written(value: string, { caseExact }: Attribute, path: string): string {
  if (path.startsWith('phoneNumbers.value')) return value.replace(/\D/g, '')
  const plain = (path === 'ims.value' ? value.replace(/\s/g, '') : value)
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
  return caseExact ? plain : plain.toLowerCase()
}

/** To the second: what is smaller is for another check. */
function secondOf(value: Json | undefined): number | undefined {
  const millis = millisOf(value)
  return millis === undefined ? undefined : Math.floor(millis / 1000)
}

export function millisOf(value: Json | undefined): number | undefined {
  const millis = typeof value === 'string' ? Date.parse(value.replace(/(\.\d{3})\d+/, '$1')) : Number.NaN
  return Number.isNaN(millis) ? undefined : millis
}

/** Without padding, in one alphabet. */
export function bytesOf(value: Json | undefined): string {
  return String(value).replaceAll('-', '+').replaceAll('_', '/').replace(/[=\s]/g, '')
}

/** A value turned into one that nobody sent, of the same JSON type where that is no matter. */
export function spoilt(value: Json): Json {
  if (typeof value === 'string') return `${value} spoilt`
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return value.map(spoilt)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoilt(v)]))
    : 'spoilt'
}

/** The elements of a list that are objects. */
export function objectsIn(resource: JsonObject | undefined, attribute: string): JsonObject[] {
  return elementsOf(resource, attribute).filter(isObject)
}
