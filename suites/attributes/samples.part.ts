import { isObject, type Json, type JsonObject } from '#scim'
import type { Attribute } from '#scim/schema'
import { freeParts, type Place, valueAt } from './places.part.ts'

/** Two self-signed certificates of nobody. */
const CERTIFICATES: readonly string[] = [
  [
    'MIIBgzCCASmgAwIBAgIUQpfktXZbmQma7bVm2JCpjjdQIPMwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLc2NpbS10ZXN0',
    'IDEwIBcNMjYxMTIyMDA0NDM5WhgPMjEyNjEwMjkwMDQ0MzlaMBYxFDASBgNVBAMMC3NjaW0tdGVzdCAxMFkwEwYHKoZI',
    'zj0CAQYIKoZIzj0DAQcDQgAEHk3rpKx6u7CGCZfxy/Ka+CCzmDMvu4ifPUSPL/iiG+npIDrJVD0AQNihEbYaxIB2Ug7k',
    'kc3yiKeL8ftlu2ZYkKNTMFEwHQYDVR0OBBYEFPUy3FlhmkmPW4G6fR0uURQhTDPKMB8GA1UdIwQYMBaAFPUy3FlhmkmP',
    'W4G6fR0uURQhTDPKMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAOMmY+qOEKBQgIpIARulInzrtRGg',
    'SOQjPCF/mqR40J8GAiAm9+b2dg26oGAwDMwplsCI0SkUjNW7RU/6rLxxkEDbFg==',
  ].join(''),
  [
    'MIIBhDCCASmgAwIBAgIUYU54OxQxsK0lWO5lByRxXJqsH9AwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLc2NpbS10ZXN0',
    'IDIwIBcNMjYxMTIyMDA0NDM5WhgPMjEyNjEwMjkwMDQ0MzlaMBYxFDASBgNVBAMMC3NjaW0tdGVzdCAyMFkwEwYHKoZI',
    'zj0CAQYIKoZIzj0DAQcDQgAEP9QyZIs49giJOJWkxsfL0vhKxN+SMHfixto/KEs+yAVttWNKKUAUVMJgIjmo5OdTdyu3',
    'O24b61ek5+Mf6EMFl6NTMFEwHQYDVR0OBBYEFCfaXmTJvilcIa0hHtciFzmv46Q6MB8GA1UdIwQYMBaAFCfaXmTJvilc',
    'Ia0hHtciFzmv46Q6MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAL9Z6lS/Ki45CPYHmfH2uBB2xId+',
    'C/pMNLv0zmUFhA8DAiEAyPV1yTpCS4kA5nn4ofPU2LoDUio0LR22PlAcpeHvIiE=',
  ].join(''),
]

type Pair = readonly [Json, Json]

/** Where RFC 7643 asks for a format or means something certain, by path; what has no row may be any text. */
const KNOWN: Readonly<Record<string, Pair>> = {
  'name.formatted': ['Kari Marie Nordmann', 'Ola Lie Hansen'],
  'name.familyName': ['Nordmann', 'Hansen'],
  'name.givenName': ['Kari', 'Ola'],
  'name.middleName': ['Marie', 'Lie'],
  'name.honorificPrefix': ['Dr.', 'Prof.'],
  'name.honorificSuffix': ['III', 'Jr.'],
  nickName: ['Kari N', 'Ola H'],
  title: ['Sykepleier', 'Vernepleier'],
  userType: ['Employee', 'Contractor'],
  preferredLanguage: ['nb-NO', 'en-GB'],
  locale: ['nb-NO', 'en-GB'],
  timezone: ['Europe/Oslo', 'Europe/Paris'],
  active: [true, true],
  'phoneNumbers.value': ['tel:+47-22-00-00-01', 'tel:+47-22-00-00-02'],
  'photos.value': ['https://scim-test.example/Kari.jpg', 'https://scim-test.example/Ola.jpg'],
  'addresses.formatted': ['Storgata 1\n9008 Tromsø\nNO', 'Kungsgatan 2\n41119 Göteborg\nSE'],
  'addresses.streetAddress': ['Storgata 1\nOppgang B', 'Kungsgatan 2'],
  'addresses.locality': ['Tromsø', 'Göteborg'],
  'addresses.region': ['Troms', 'Västra Götaland'],
  'addresses.postalCode': ['9008', '41119'],
  'addresses.country': ['NO', 'SE'],
  'x509Certificates.value': [CERTIFICATES[0] ?? '', CERTIFICATES[1] ?? ''],
}

const LABELS = ['work', 'home']

/**
 * A value such as a schema allows, the other one of two where `n` is odd. Texts hold the mark, so that no two resources
 * share them, and letters of both cases.
 */
export function sampleAt({ attribute, urn, name }: Place, mark: string, n: number): Json {
  const path = urn === undefined ? name : attribute.name
  return sampleOf(attribute, path, mark, n)
}

function sampleOf(attribute: Attribute, path: string, mark: string, n: number): Json {
  if (!attribute.multiValued) return single(attribute, path, mark, n)
  // The second change of a resource has none of the values of the first.
  return [2 * n, 2 * n + 1].map((index) => single(attribute, path, mark, index))
}

function single(attribute: Attribute, path: string, mark: string, n: number): Json {
  if (attribute.type === 'complex') return parts(attribute, path, mark, n)
  const { canonicalValues = [] } = attribute
  const known = KNOWN[path]
  if (known) return known[n % 2] as Json
  if (canonicalValues.length > 0) return canonicalValues[n % canonicalValues.length] as Json
  return plain(attribute, path, mark, n)
}

function parts(attribute: Attribute, path: string, mark: string, n: number): JsonObject {
  return Object.fromEntries(
    freeParts(attribute).map((part): [string, Json] => {
      const isOneOfMany = attribute.multiValued && !part.canonicalValues?.length
      if (isOneOfMany && part.name === 'primary') return [part.name, n % 2 === 0]
      if (isOneOfMany && part.name === 'type') return [part.name, LABELS[n % 2] as string]
      return [part.name, sampleOf(part, `${path}.${part.name}`, mark, n)]
    }),
  )
}

function plain({ type, name, referenceTypes = [] }: Attribute, path: string, mark: string, n: number): Json {
  switch (type) {
    case 'boolean':
      return n % 2 === 0
    case 'integer':
      return 12 + n
    case 'decimal':
      return 12.25 + n
    case 'dateTime':
      return `2024-02-29T23:30:${15 + n}.250+01:00`
    // Both letters in which the two alphabets differ, and padding.
    case 'binary':
      return n % 2 === 0 ? '++/+c2NpbQ==' : '//+/dGVzdA=='
    case 'reference':
      return referenceTypes.includes('uri')
        ? `urn:scim-test:${mark}:Page${n}`
        : `https://scim-test.example/${mark}/Page${n}`
    default:
      return text(name, path, mark, n)
  }
}

function text(name: string, path: string, mark: string, n: number): string {
  if (path === 'emails.value') return `${mark}.${n}@scim-test.example`
  if (name === 'password') return `Aa1!${mark}-${n}`
  return `${mark} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${'AB'.charAt(n % 2)}${n}`
}

/** Another value for the place, which leaves alone what cannot change once it is set. */
export function changedAt(place: Place, before: JsonObject, mark: string): Json {
  const { attribute } = place
  const old = valueAt(before, place)
  if (attribute.mutability === 'immutable' && old !== undefined) return old
  const fresh = sampleAt(place, mark, 1)
  if (!isObject(fresh) || !isObject(old)) return fresh
  const fixed = attribute.subAttributes.filter(
    ({ mutability, name }) => mutability === 'immutable' && old[name] !== undefined,
  )
  return { ...fresh, ...Object.fromEntries(fixed.map(({ name }) => [name, old[name] as Json])) }
}
