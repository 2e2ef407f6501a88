import { expect, it } from 'vitest'
import type { JsonObject, ScimRequest } from '#scim'
import { createDirectory } from '../directory/directory.ts'
import { uploadsFor } from './bulk-upload.ts'

const keys = Array.from({ length: 60 }, (_, n) => `p${n}`)
const directory = createDirectory(
  new Map(keys.map((key) => [key, { userName: `${key}@test.kommune.example` }])),
  new Map(),
)
for (const person of keys) directory.happen({ kind: 'hire', person })

it('sends at most 50 operations in a request, each with a bulkId of its own', () => {
  const requests = uploadsFor([...directory.people.values()], directory, {
    servicePrincipal: 's',
    job: 'j',
    seed: 'x',
  })
  const operations = requests.map(({ body }) => (body as JsonObject).Operations as JsonObject[])
  expect(operations.map((each) => each.length)).toEqual([50, 10])
  expect(new Set(operations.flat().map(({ bulkId }) => bulkId)).size).toBe(60)
  expect(operations.flat().every(({ method, path }) => method === 'POST' && path === '/Users')).toBe(true)
})

it('says of everybody whether the account works', () => {
  directory.happen({ kind: 'leave', person: 'p1' })
  const [request] = uploadsFor([...directory.people.values()].slice(0, 2), directory, {
    servicePrincipal: 's',
    job: 'j',
    seed: 'x',
  })
  const operations = ((request as ScimRequest).body as JsonObject).Operations as JsonObject[]
  expect(operations.map(({ data }) => (data as JsonObject).active)).toEqual([true, false])
})
