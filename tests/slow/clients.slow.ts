import { describe, expect, it } from 'vitest'
import { clientRulesOf } from '#bin/load'
import { barOf } from '#bin/run/bench'
import { judgeSession } from '#harness'
import { dialects, endpointFacts, newSession, playInto, profiles, storiesFor } from '../client/sessions.ts'
import { isUnfit } from '../client/unfit.ts'

/** Every dialect in every story, judged as `serve --record` judges a client: none fails. */
const rules = await clientRulesOf(profiles)
const context = { facts: await endpointFacts(), bar: barOf(profiles, false) }

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))('%s', (id, dialect) => {
  it.each(storiesFor(dialect).map(({ name, scenario }) => [name, scenario] as const))(
    '%s',
    (name, scenario) => {
      const verdicts = judgeSession(rules, playInto(newSession(), scenario, dialect), context)
      const failed = verdicts.flatMap(({ id: rule, outcome, reason, findings }) =>
        outcome === 'error'
          ? [`${rule}: ${reason}`]
          : findings
              .filter(
                ({ severity, requirement }) =>
                  severity === 'fail' && !isUnfit({ dialect: id, story: name, requirement }),
              )
              .map(
                ({ requirement, what, actual }) => `${rule} ${requirement} ${what} ${JSON.stringify(actual)}`,
              ),
      )
      expect(failed).toEqual([])
    },
  )
})
