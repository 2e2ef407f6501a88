import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadScenario } from '../scenario.ts'
import { scenarioSchema } from './schema.ts'
import { KINDS } from './timeline.ts'

const SCENARIOS = new URL('../../fixtures/scenarios/', import.meta.url)
const FILE = '../../fixtures/scenario.schema.json'
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  scenarioSchema(),
)

const story = (line: string, more = '') => `id: story
title: Told
people:
  kari: { userName: kari@test.kommune.example }
  ola: { userName: ola@test.kommune.example }
groups:
  teachers: { displayName: Teachers }
${more}timeline:
  - hire: kari
  - hire: ola
${line}  - sync
`

/** What the reader says is possible in a place where it met `zzz`. */
function possible(text: string): string[] {
  try {
    loadScenario(text, 'story.yaml')
  } catch (error) {
    return /\(possible: (.*)\)$/.exec((error as Error).message)?.[1]?.split(', ') ?? []
  }
  throw new Error(`the reader takes:\n${text}`)
}

describe('the schema of scenario files', () => {
  it('is the one that is shipped (npx vitest run simulator/scenario -u renews it)', async () => {
    await expect(`${JSON.stringify(scenarioSchema(), null, 2)}\n`).toMatchFileSnapshot(FILE)
  })

  it('takes every scenario that is shipped', () => {
    const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
    const refused = files
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => {
        const taken = validate(parse(readFileSync(new URL(file, SCENARIOS), 'utf8')))
        return taken ? [] : [{ file, errors: validate.errors?.slice(-3) }]
      })
    expect(refused).toEqual([])
  })

  it('knows the same events as the reader', () => {
    expect(possible(story('  - zzz: kari\n'))).toEqual([...KINDS])
  })

  const moments = (scenarioSchema() as never as { properties: { timeline: { items: { anyOf: Shape[] } } } })
    .properties.timeline.items.anyOf
  const shaped = moments.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([kind, { properties: inner }]) =>
      inner ? [[kind, Object.keys(inner)] as const] : [],
    ),
  )
  it.each(shaped)('knows the same words for %s as the reader', (kind, words) => {
    expect(possible(story(`  - ${kind}: { zzz: 1 }\n`)).sort()).toEqual([...words].sort())
  })

  it.each([
    ['an unknown key', story('', 'zzz: 1\n')],
    ['an unknown event', story('  - hier: kari\n')],
    ['an event without anybody', story('  - leave\n')],
    ['a sync with somebody', story('  - sync: kari\n')],
    ['a time that is none', story('  - wait: soon\n')],
    ['an unknown setting', story('', 'provider: { zzz: 1 }\n')],
    ['a setting of the wrong kind', story('', 'provider: { interval: often }\n')],
    ['a person without a name', story('').replace('{ userName: ola@test.kommune.example }', '{ title: x }')],
    ['an unknown attribute', story('').replace('userName: ola', 'usrName: x, userName: ola')],
    ['an expectation of nothing', `${story('')}expect:\n  - { group: teachers }\n`],
  ])('refuses %s, as the reader does', (_, text) => {
    expect(() => loadScenario(text, 'story.yaml')).toThrow(/story\.yaml:\d+:\d+/)
    expect(validate(parse(text))).toBe(false)
  })
})

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
}
