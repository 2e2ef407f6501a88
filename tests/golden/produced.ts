import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readScenario, scenarioNames } from '#bin/load'
import type { ScimRequest } from '#scim'
import { createPlay, type Dialect, isFor, loadScenario, type Scenario } from '#simulator'
import { drive, TAG } from '../../simulator/samples/drive.ts'
import { createTarget } from '../../simulator/samples/target.ts'
import { BEHAVIOURS } from './behaviours.ts'
import { type Golden, shapeOf } from './compare.ts'

export const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'golden')

/** Exchanges of the collection that no dialect is to produce, with the reason. */
const LEFT_OUT = 'left-out.json'

export const families = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export function goldensOf(family: string): Golden[] {
  const folder = join(FOLDER, family)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== LEFT_OUT)
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Golden)
}

interface Story {
  readonly scenario: Scenario
  /** How the target behaves, by name; as it should where the story does not say. */
  readonly behaviour: string | undefined
}

/** `<name>.yaml`, or `<name>@<behaviour>.yaml` for a target that answers in another way. */
function storiesOf(family: string): Story[] {
  const folder = join(FOLDER, family, 'stories')
  return readdirSync(folder).map((file) => ({
    scenario: loadScenario(readFileSync(join(folder, file), 'utf8'), join(folder, file)),
    behaviour: /@(.+)\.yaml$/.exec(file)?.[1],
  }))
}

const shipped = scenarioNames().map((name) => ({ scenario: readScenario(name), behaviour: undefined }))

/** Every request that a dialect sends in all shipped scenarios and in the stories of its family. */
export function producedBy(dialect: Dialect, family: string): ScimRequest[] {
  const stories = [...storiesOf(family), ...shipped].filter(({ scenario }) => isFor(scenario, dialect))
  return stories.flatMap(({ scenario, behaviour }) => {
    const target = createTarget()
    const change = behaviour === undefined ? undefined : BEHAVIOURS[behaviour]
    if (behaviour !== undefined && !change) throw new Error(`there is no behaviour "${behaviour}"`)
    const { steps } = drive(createPlay(scenario, dialect), (r) => (change ? change(r, target(r)) : target(r)))
    return steps.flatMap(({ request, note }) =>
      note.doing === 'read back' || note.doing === 'by hand' ? [] : [request],
    )
  })
}

/** Of each request also the shape without headers: a golden file asserts only those that it lists. */
export const shapesOf = (requests: readonly ScimRequest[]): ReadonlySet<string> =>
  new Set(
    requests.flatMap((request) => [request, { ...request, headers: {} }]).map((each) => shapeOf(each, TAG)),
  )
