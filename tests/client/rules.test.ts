import { describe, expect, it } from 'vitest'
import { builtInProfiles, clientRulesOf, type LoadedProfile, loadProfiles } from '#bin/load'
import { barOf } from '#bin/run/bench'
import type { ClientRule, Trace } from '#check'
import { type Context, judgeClientRule, judgeSession } from '#harness'
import { careful } from './careful-client.ts'
import { dialects, endpointFacts, newSession, playInto, storiesFor } from './sessions.ts'
import { isOfTheStory, isUnfit, NESTED, UNFIT } from './unfit.ts'

/**
 * A rule that cannot fail is worse than none, and one that minds what identity providers lawfully do is worse still: each
 * is green on the sessions of every dialect, and red on its counterexample for every requirement that it names.
 */

/** Every story by one or two dialects, and the first by all, on an endpoint in good health; that one also on a sick one. */
const EVERY = 8
const FAULTS = [
  { fault: '429', every: 7 },
  { fault: '500 after commit', every: 5 },
  { fault: 'lost answer', every: 9 },
  { fault: 'stale version', every: 6 },
] as const

interface Told {
  readonly dialect: string
  readonly story: string
  readonly trace: Trace
}

const sessions: Told[] = dialects.flatMap((dialect, place) =>
  storiesFor(dialect).flatMap(({ name, scenario }, n) => {
    const isFirst = name === 'joiner-to-leaver'
    if (!isFirst && (place + n) % EVERY !== 0) return []
    const told = { dialect: dialect.id, story: name }
    const well = { ...told, trace: playInto(newSession(), scenario, dialect) }
    if (!isFirst) return [well]
    const sick = playInto(newSession(FAULTS), scenario, dialect)
    const revoked = playInto(newSession([{ fault: '401', every: 12 }]), scenario, dialect)
    return [
      well,
      { ...told, story: 'faults', trace: sick },
      { ...told, story: 'token revoked', trace: revoked },
    ]
  }),
)
sessions.push({ dialect: 'careful client', story: 'all that SCIM has', trace: careful() })

const facts = await endpointFacts()
const own: [string, readonly ClientRule[], readonly Context[]][] = []
for (const id of builtInProfiles()) {
  const profiles = await loadProfiles(id)
  const rules = (await clientRulesOf(profiles)).filter((rule) =>
    id === 'rfc' ? true : rule.id.startsWith(`${id}/`),
  )
  if (rules.length === 0) continue
  const bar = barOf(profiles, false)
  const choices = profiles.flatMap(({ profile }) => profile.parameters ?? [])
  const variants = choices.flatMap(({ name, values }) => values.map((value) => ({ [name]: value })))
  const contexts = [{}, ...variants].map((parameters) => ({ facts: { ...facts, parameters }, bar }))
  own.push([id, rules, contexts])
}

describe.each(own)('rules about clients of profile %s', (id, rules, contexts) => {
  const [usual] = contexts as [Context, ...Context[]]

  it.runIf(id === 'rfc' || id === 'fiks-current')('no dialect fails', () => {
    const failed = sessions.flatMap(({ dialect, story, trace }) =>
      judgeSession(rules, trace, usual).flatMap(({ id: rule, outcome, reason, findings }) => {
        if (outcome === 'error') return [`${dialect} in ${story}: ${rule}: ${reason}`]
        return findings
          .filter(
            ({ severity, requirement }) => severity === 'fail' && !isUnfit({ dialect, story, requirement }),
          )
          .map(
            (one) =>
              `${dialect} in ${story}: ${rule} ${one.requirement} ${one.what} ${JSON.stringify(one.actual)}`,
          )
      }),
    )
    expect(failed).toEqual([])
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s is green where it is kept, and can fail',
    (_, rule) => {
      const kept = sessions.filter(({ trace }) => judgeClientRule(rule, trace, usual).outcome === 'pass')
      expect(kept.length).toBeGreaterThan(0)
      expect(stillGreen(rule, contexts)).toEqual([])
    },
  )
})

it('who is not fit for a profile is so in every story', () => {
  const [, rules = [], contexts = []] = own.find(([id]) => id === 'fiks-current') ?? []
  const [usual] = contexts as readonly [Context, ...Context[]]
  const found = new Set(
    sessions.flatMap(({ dialect, story, trace }) =>
      judgeSession(rules, trace, usual).flatMap(({ findings }) =>
        findings
          .filter(({ severity }) => severity === 'fail')
          .filter(({ requirement }) => !isOfTheStory({ dialect, story, requirement }))
          .map(({ requirement }) => `${requirement} ${dialect}`),
      ),
    ),
  )
  expect([...found]).toEqual(Object.entries(UNFIT).flatMap(([id, who]) => who.map((one) => `${id} ${one}`)))
})

it('a group in a group is seen in the sessions of those who send it, and of nobody else', () => {
  const [, rules = [], contexts = []] = own.find(([id]) => id === 'fiks-current') ?? []
  const [usual] = contexts as readonly [Context, ...Context[]]
  const seen = [...NESTED.stories, 'groups/nested-group-not-assigned'].flatMap((story) =>
    dialects.flatMap((dialect) => {
      const { scenario } = storiesFor(dialect).find(({ name }) => name === story) ?? {}
      if (!scenario) throw new Error(`${dialect.id} does not play ${story}`)
      const verdicts = judgeSession(rules, playInto(newSession(), scenario, dialect), usual)
      const found: readonly string[] = verdicts.flatMap(({ findings }) =>
        findings.map(({ requirement }) => requirement),
      )
      return found.includes(NESTED.requirement) ? [`${story} ${dialect.id}`] : []
    }),
  )
  const sent = NESTED.stories.flatMap((story) => NESTED.dialects.map((id) => `${story} ${id}`))
  expect(seen.sort()).toEqual(sent.sort())
})

/** Requirements on which the judge stays green although the client did wrong. */
function stillGreen(rule: ClientRule, contexts: readonly Context[]): string[] {
  const left = new Set<string>(rule.proves)
  for (const { trace } of sessions) {
    for (const context of left.size > 0 ? contexts : []) {
      for (const one of traces(rule.counterexample(trace, context.facts))) {
        const { outcome, findings, reason } = judgeClientRule(rule, one, context)
        if (outcome === 'error') throw new Error(`the judge fails on its counterexample: ${reason}`)
        for (const { requirement } of findings) left.delete(requirement)
      }
    }
  }
  return [...left]
}

function traces(given: Trace | readonly Trace[]): readonly Trace[] {
  const isOne = (one: Trace | readonly Trace[]): one is Trace => !Array.isArray(one[0])
  if (given.length === 0) return []
  return isOne(given) ? [given] : given
}

describe('requirements of profiles for clients', () => {
  it.each(builtInProfiles())('%s: each is judged by a rule, or says why it cannot be', async (id) => {
    const all = await loadProfiles(id)
    const main = all[0] as LoadedProfile
    const proved = new Set<string>((await clientRulesOf(all)).flatMap(({ proves }) => [...proves]))
    const open = (main.profile.requirements ?? []).filter(
      ({ subject, unobservable, id: row }) => subject === 'client' && !unobservable && !proved.has(row),
    )
    expect(open.map((row) => row.id)).toEqual([])
  })
})
