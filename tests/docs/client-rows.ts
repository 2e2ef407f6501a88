import { clientRulesOf, loadProfiles } from '#bin/load'
import { barOf } from '#bin/run/bench'
import { judgeSession } from '#harness'
import { catalogue, type Requirement } from '#requirements'
import { careful } from '../client/careful-client.ts'
import { dialects, endpointFacts, newSession, playInto, storiesFor } from '../client/sessions.ts'
import { proversIn } from './claims.ts'

/** What sessions of `serve --record` show, the way the pages need it. */
export interface ShownOfClients {
  /** Rows of the RFCs that bind clients alone. */
  readonly rows: readonly Requirement[]
  /** Requirement → ids of the rules that made a claim about it in a session, sorted. */
  readonly provers: ReadonlyMap<string, readonly string[]>
}

/** Two sessions make a claim for each rule: the first story in the dialect of Entra, and a client that uses all of SCIM. */
export async function shownOfClients(): Promise<ShownOfClients> {
  const profiles = await loadProfiles('rfc')
  const rules = await clientRulesOf(profiles)
  const context = { facts: await endpointFacts(), bar: barOf(profiles, false) }
  const traces = dialects
    .filter(({ id }) => id === 'entra')
    .flatMap((dialect) =>
      storiesFor(dialect)
        .filter(({ name }) => name === 'joiner-to-leaver')
        .map(({ scenario }) => playInto(newSession(), scenario, dialect)),
    )
  const verdicts = [...traces, careful()].flatMap((trace) => judgeSession(rules, trace, context))
  const rows = [...catalogue.values()].filter(({ rfc, subject }) => rfc !== undefined && subject === 'client')
  return { rows, provers: proversIn(verdicts) }
}
