import { type JsonObject, type ScimRequest, sameJson } from '#scim'
import type { Attributes } from '../directory/attributes.ts'
import { createDirectory, type Directory, type Person } from '../directory/directory.ts'
import { describeEvent } from '../directory/event.ts'
import { type Run, scenarioFor } from '../run.ts'
import { isEvent } from '../scenario/moment.ts'
import type { Scenario } from '../scenario.ts'
import { guidFrom } from '../wire/hash.ts'
import { type InboundJob, uploadedUser, uploadsFor } from './bulk-upload.ts'

/** One request of an HR system's, and what it tells of. */
export interface Upload {
  /** What happened since the synchronisation before, in the scenario's words. */
  readonly story: readonly string[]
  readonly people: number
  readonly request: ScimRequest
}

/**
 * What an HR system uploads in the course of a story: at each synchronisation everybody who is new or looks other than
 * when told of last (ENT-230 to ENT-234). Groups, and what befalls a provider or a network, are no matter of its own.
 */
export function inboundFeed(scenario: Scenario, run: Run): Upload[] {
  const { people, groups, timeline } = scenarioFor(scenario, run)
  const directory = createDirectory(numbered(people, run.tag), groups)
  const told = new Told()
  const uploads: Upload[] = []
  let story: string[] = []
  for (const moment of timeline) {
    if (isEvent(moment)) {
      directory.happen(moment)
      story.push(describeEvent(moment))
    }
    if (moment.kind !== 'sync') continue
    const requests = uploadsFor(told.changed(directory), directory, jobOf(run, uploads.length))
    uploads.push(...requests.map((request) => ({ story, people: operationsIn(request), request })))
    story = []
  }
  return uploads
}

/** Employee numbers match accounts (ENT-233): as with all names, only those of the run may ever be hit. */
function numbered(people: ReadonlyMap<string, Attributes>, tag: string): Map<string, Attributes> {
  const own = ({ 'enterprise.employeeNumber': number, ...rest }: Attributes): Attributes =>
    number === undefined ? rest : { ...rest, 'enterprise.employeeNumber': `${tag}-${number}` }
  return new Map([...people].map(([key, attributes]) => [key, own(attributes)]))
}

/** What the other side was told last of everybody. */
class Told {
  private readonly users = new Map<string, { readonly person: Person; readonly user: JsonObject }>()

  /** Who is new or other than before. Whoever is gone from the directory was a leaver at the last (ENT-234). */
  changed(directory: Directory): Person[] {
    const gone = [...this.users.values()]
      .filter(({ person }) => !directory.people.has(person.key))
      .map(({ person }): Person => ({ ...person, account: 'disabled', active: false }))
    return [...directory.people.values(), ...gone].filter((person) => {
      const user = uploadedUser(person, directory)
      if (sameJson(this.users.get(person.key)?.user, user)) return false
      this.users.set(person.key, { person, user })
      return true
    })
  }
}

/** Names of a job that nobody has, and other bulkIds in each request. */
function jobOf({ seed, tag }: Run, uploads: number): InboundJob {
  const servicePrincipal = guidFrom(`${seed} service principal`)
  const tenant = guidFrom(`${seed} tenant`).replaceAll('-', '')
  return {
    servicePrincipal,
    job: `API2AAD.${tenant}.${servicePrincipal}`,
    seed: `${seed} ${tag} upload ${uploads}`,
  }
}

function operationsIn({ body }: ScimRequest): number {
  return ((body as JsonObject).Operations as JsonObject[]).length
}
