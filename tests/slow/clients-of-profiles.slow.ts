import { expect, it } from 'vitest'
import { builtInProfiles, clientRulesOf, loadProfiles } from '#bin/load'
import { barOf } from '#bin/run/bench'
import { judgeSession } from '#harness'
import { DEPARTURES, UNFIT_FOR } from '../client/departures.ts'
import { dialects, endpointFacts, newSession, playInto, storiesFor } from '../client/sessions.ts'

/**
 * The rules about clients that the other profiles bring along, on every dialect in every story. What is said to fail there
 * is what is known of the providers, each with its reason, and nothing else; every other session is green.
 */
const ELSEWHERE = ['rfc', 'fiks-current']

const facts = { ...(await endpointFacts()), parameters: {} }
const judged: { profile: string; dialect: string; story: string; failed: readonly string[] }[] = []
const bars = await Promise.all(
  builtInProfiles()
    .filter((id) => !ELSEWHERE.includes(id))
    .map(async (id) => {
      const profiles = await loadProfiles(id)
      const rules = (await clientRulesOf(profiles)).filter((rule) => rule.id.startsWith(`${id}/`))
      return { id, rules, context: { facts, bar: barOf(profiles, false) } }
    }),
)
const withRules = bars.filter(({ rules }) => rules.length > 0)

it('those with rules of their own are known', () => {
  expect(withRules.map(({ id }) => id)).toEqual(['fiks-2026', 'ks-kunnskap', 'plek'])
})

it.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s in every story', (id, dialect) => {
  for (const { name, scenario } of storiesFor(dialect)) {
    const trace = playInto(newSession(), scenario, dialect)
    for (const { id: profile, rules, context } of withRules) {
      const verdicts = judgeSession(rules, trace, context)
      expect(verdicts.filter(({ outcome }) => outcome === 'error')).toEqual([])
      const findings = verdicts.flatMap((one) => one.findings.filter(({ severity }) => severity === 'fail'))
      const failed = [...new Set<string>(findings.map(({ requirement }) => requirement))]
      judged.push({ profile, dialect: id, story: name, failed })
    }
  }
})

it('what fails is what the providers are known for', () => {
  const found: Record<string, string[]> = {}
  for (const { dialect, failed } of judged)
    for (const one of failed) found[one] = [...new Set([...(found[one] ?? []), dialect])].sort()
  const known = Object.entries(DEPARTURES).map(([id, { dialects: who }]) => [id, [...who].sort()])
  expect(found).toEqual(Object.fromEntries(known))
})

it('each dialect has green sessions for each profile, but for those that are known to be unfit for it', () => {
  const counts = withRules.flatMap(({ id: profile }) =>
    dialects.map(({ id: dialect }) => {
      const own = judged.filter((one) => one.profile === profile && one.dialect === dialect)
      const green = own.filter(({ failed }) => failed.length === 0).length
      console.log(`${profile} ${dialect}: ${green} of ${own.length} sessions green`)
      return { pair: `${profile} ${dialect}`, green }
    }),
  )
  expect(counts.filter(({ green }) => green === 0).map(({ pair }) => pair)).toEqual(UNFIT_FOR)
})
