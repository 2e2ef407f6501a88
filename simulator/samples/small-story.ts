import type { ScimRequest, ScimResponse } from '#scim'
import type { Dialect } from '../dialect.ts'
import { createPlay, loadScenario } from '../index.ts'
import { type Driven, drive, type Exchanged, operations } from './drive.ts'
import { createTarget } from './target.ts'

const CAST = `
people:
  kari: { userName: kari@test.kommune.example, name: { givenName: Kari, familyName: Nordmann }, emails: [kari@test.kommune.example] }
  ola: { userName: ola@test.kommune.example, name: { givenName: Ola, familyName: Hansen } }
groups:
  a: { displayName: A }
`

/** Lines of a timeline, with two people and a group, against a target whose answers may be changed. */
export function playSmall(
  dialect: Dialect,
  timeline: readonly string[],
  {
    cast = CAST,
    settings = '',
    change = (_, answer) => answer,
  }: {
    cast?: string
    settings?: string
    change?: (request: ScimRequest, answer: ScimResponse) => ScimResponse
  } = {},
): Driven {
  const lines = [...timeline, 'sync'].map((line) => `  - ${line}`).join('\n')
  const text = `id: small\ntitle: A small story\n${cast}\n${settings}\ntimeline:\n${lines}\n`
  const target = createTarget()
  const play = createPlay(loadScenario(text, 'small.yaml'), dialect)
  return drive(play, (request) => change(request, target(request)))
}

/** What the provider itself sent. */
export function sent({ steps }: Driven): readonly Exchanged[] {
  return steps.filter(({ note }) => note.doing !== 'read back' && note.doing !== 'by hand')
}

/** Method, path and operations of each request. */
export function lines(exchanges: readonly Exchanged[]): string[] {
  return exchanges.map(({ request }) => {
    const changes = operations(request).map(({ op, path }) => `${op} ${path ?? 'without path'}`)
    return [`${request.method} ${request.path}`, ...changes].join(' | ')
  })
}
