import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findIdentityNumbers } from '#people'
import type { Json, JsonObject, Method, ScimRequest, ScimResponse } from '#scim'
import entra from './dialects/entra.ts'
import { createPlay, loadScenario } from './index.ts'
import { drive, TAG } from './samples/drive.ts'
import { createTarget } from './samples/target.ts'

interface Golden {
  readonly id: string
  readonly confidence: string
  readonly notes?: string
  readonly request: {
    readonly method: Method
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: Json
  }
}

const FOLDER = new URL('../fixtures/golden/entra/', import.meta.url)
const goldens = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Golden,
)

/** The people of the golden files. Together with the shipped scenario they give rise to every golden request. */
const CAST = `
  kari:
    userName: kari.nordmann@test.kommune.example
    externalId: kari.nordmann
    name: { givenName: Kari, familyName: Nordmann }
    emails: [kari.nordmann@test.kommune.example]
  ola: { userName: ola.hansen@test.kommune.example }
  siv: { userName: siv.lunde@test.kommune.example }
  ingrid:
    userName: ingrid.odegard@test.kommune.example
    externalId: ingrid.odegard
    name: { givenName: Ingrid, familyName: Ødegård }
    emails: [ingrid.odegard@test.kommune.example]`
const STORY = `
id: golden
title: What the golden files show
people:${CAST}
groups:
  teachers: { displayName: Oppvekst-Lærere, externalId: 5e7d9c1a-4b62-4f88-9e03-a1b2c3d4e511 }
timeline:
  - hire: kari
  - hire: ola
  - hire: siv
  - hire: ingrid
  - join: { person: kari, group: teachers }
  - manager: { person: kari, is: ola }
  - sync
  - manager: { person: kari, is: siv }
  - rename: { person: ingrid, to: { userName: ingrid.berg@test.kommune.example } }
  - rename: { person: kari, to: { displayName: Kari Nordmann } }
  - sync
  - rename: { person: kari, to: { displayName: Kari N. Nordmann } }
  - rename: { group: teachers, to: { displayName: Oppvekst-Lærere Nord } }
  - sync
  - remove: { group: teachers }
  - sync`
const RETURN = `
id: active-not-returned
title: Active is not returned
people:${CAST}
timeline:
  - hire: kari
  - sync
  - leave: kari
  - sync
  - return: kari
  - sync`
const SHIPPED = readFileSync(new URL('../fixtures/scenarios/joiner-to-leaver.yaml', import.meta.url), 'utf8')

function requestsOf(text: string, change: (answer: ScimResponse) => ScimResponse = (a) => a): ScimRequest[] {
  const target = createTarget()
  const driven = drive(createPlay(loadScenario(text, 'golden.yaml'), entra), (r) => change(target(r)))
  return driven.steps.flatMap(({ request, note }) => (note.doing === 'read back' ? [] : [request]))
}

function withoutActive(answer: ScimResponse): ScimResponse {
  if (typeof answer.body !== 'object' || answer.body === null) return answer
  const { active: _, ...rest } = answer.body as JsonObject
  return { ...answer, body: rest }
}

const played = [...requestsOf(SHIPPED), ...requestsOf(STORY), ...requestsOf(RETURN, withoutActive)]

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\bid-\d+\b/g

/** Decoded query pairs in order, ids by first sight, the run's tag taken away; key order does not count. */
function comparable({ method, path, headers, body }: ScimRequest | Golden['request']): string {
  const url = new URL(path.replace(/^\/scim\/v2/, ''), 'http://target')
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const text = JSON.stringify([
    method,
    url.pathname,
    [...url.searchParams],
    type ?? null,
    sorted(body ?? null),
  ])
  const seen: string[] = []
  return text
    .replaceAll(`${TAG}-`, '')
    .replaceAll(`${TAG} `, '')
    .replace(ID, (id) => {
      if (!seen.includes(id)) seen.push(id)
      return `{{id ${seen.indexOf(id) + 1}}}`
    })
}

/** Operations count as a set: their order is not established (ENT-111). */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => {
    const items = sorted(inner)
    if (key !== 'Operations' || !Array.isArray(items)) return [key, items]
    return [key, items.map((item) => JSON.stringify(item)).sort()]
  })
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const shapes = new Set(played.map(comparable))

describe('the dialect entra', () => {
  it.each(goldens.map((golden) => [golden.id, golden.confidence, golden] as const))(
    'sends what %s shows (%s)',
    (_, __, golden) => {
      expect([...shapes]).toContain(comparable(golden.request))
    },
  )

  it('encodes queries as a form, in the raw', () => {
    const paths = played.map(({ path }) => path).join('\n')
    expect(paths).toContain(`/Users?filter=userName+eq+%22${TAG}-kari.nordmann%40test.kommune.example%22`)
    expect(paths).toContain(
      `/Groups?excludedAttributes=members&filter=displayName+eq+%22${TAG}+Oppvekst-L%c3%a6rere%22`,
    )
    expect(paths).not.toContain('%20')
  })

  it('orders the keys of a new user as captured', () => {
    const user = played.find(({ method, path }) => method === 'POST' && path === '/Users')
    expect(Object.keys(user?.body as JsonObject)).toEqual([
      'schemas',
      'externalId',
      'userName',
      'active',
      'displayName',
      'emails',
      'meta',
      'name',
      'roles',
      'title',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ])
  })

  it('sends no User-Agent, and no Content-Type without a body', () => {
    for (const { method, headers } of played) {
      const names = Object.keys(headers ?? {}).map((name) => name.toLowerCase())
      expect(names).toEqual(method === 'POST' || method === 'PATCH' ? ['content-type'] : [])
    }
  })

  it('sends nothing for what was cleared', () => {
    const cleared = requestsOf(`
id: cleared
title: Cleared
people:
  kari: { userName: kari@test.kommune.example, title: Lærer }
timeline:
  - hire: kari
  - sync
  - rename: { person: kari, to: { title: null } }
  - sync`)
    expect(cleared.filter(({ method }) => method === 'PATCH')).toEqual([])
  })

  it('adds with a value filter where the target has no such element', () => {
    const added = requestsOf(`
id: added
title: Added
people:
  kari: { userName: kari@test.kommune.example, nationalId: synthetic }
timeline:
  - hire: kari
  - sync
  - rename: { person: kari, to: { emails: [k@test.kommune.example], enterprise: { department: Skole } } }
  - sync`)
    const [create, patch] = [added.find((r) => r.method === 'POST'), added.find((r) => r.method === 'PATCH')]
    const operations = (patch?.body as JsonObject | undefined)?.Operations
    expect(operations).toEqual([
      { op: 'Add', path: 'emails[type eq "work"].value', value: `${TAG}-k@test.kommune.example` },
      {
        op: 'Add',
        path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
        value: 'Skole',
      },
    ])
    const { schemas, ...rest } = (create as ScimRequest).body as JsonObject
    expect(schemas).not.toContain('urn:ietf:params:scim:schemas:extension:ks:personidentifikasjon:1.0')
    expect(Object.keys(rest).at(-1)).toBe(
      'urn:ietf:params:scim:schemas:extension:ks:personidentifikasjon:1.0',
    )
  })
})

describe('the golden files', () => {
  it('hold no credentials, no identity numbers and no address outside .example', () => {
    for (const golden of goldens) {
      const text = JSON.stringify(golden)
      expect(findIdentityNumbers(text)).toEqual([])
      expect(golden.request.headers.Authorization).toBe('Bearer {{token}}')
      expect(text.match(/@[\w.]+/g)?.filter((address) => !address.endsWith('.example')) ?? []).toEqual([])
    }
  })
})
