import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Deviation } from '#endpoint'
import type { Verdict } from '#harness'
import { type ReadingId, readingVerdict } from '#requirements'
import ambiguities from '../requirements/ambiguities.json' with { type: 'json' }
import readings from '../requirements/readings.json' with { type: 'json' }
import settled from '../requirements/settled.json' with { type: 'json' }
import { deviationsToTry, errorsIn, findingsOf, tryWhatReads } from './bench/trial.ts'

/**
 * Where a text can be read in two ways, an answer by either is judged as `requirements/readings.json` says: by default
 * nothing fails that a defensible reading allows, with `--strict` the text decides. Each reading is answered by the
 * reference endpoint and judged both ways.
 */

/** Readings that no deviation answers by, and why. */
const NOT_ANSWERED: Readonly<Partial<Record<ReadingId, string>>> = {
  'AMB-096/http': 'it is about the address of a target and not about its answers',
  'AMB-017/client-sends-text': 'it is about what a client sends: tests/client/rules.test.ts',
}

type Answered = readonly [reading: ReadingId, title: string, deviations: readonly Deviation[]]

const deviations = [...(await deviationsToTry('variant')), ...(await deviationsToTry('reading'))]
const answered: readonly Answered[] = [
  ...deviations.flatMap((one) =>
    (one.readings ?? []).map((key): Answered => [key as ReadingId, one.title, [one]]),
  ),
]
/** What the plain endpoint answers by as well, and what follows from another reading: no filter, no URN in one. */
const ALWAYS: ReadonlySet<string> = new Set(['AMB-038/router', 'AMB-012/case'])

/** Why an ambiguity needs no reading: its readings are judged alike in both modes, or it concerns no target. */
const reasons: Readonly<Record<string, string>> = settled
const ROOT = join(import.meta.dirname, '..')

let judged = 0

describe('ambiguities of the catalogue', () => {
  const read = new Set(Object.keys(readings).map((key) => key.split('/', 1)[0]))

  for (const { id, title } of ambiguities) {
    it(`${id} is judged by readings or settled, and not both: ${title}`, () => {
      expect([read.has(id), Object.hasOwn(reasons, id)].filter(Boolean)).toHaveLength(1)
    })
  }

  it('nothing is settled that the catalogue does not know', () => {
    const known = new Set(ambiguities.map(({ id }) => id))
    expect([...read, ...Object.keys(reasons)].filter((id) => !known.has(id ?? ''))).toEqual([])
  })

  it('what a reason names is there', () => {
    expect(Object.values(reasons).flatMap(filesNamedIn).filter(isMissing)).toEqual([])
  })
})

/** The files of the checks, variants and defects that a reason names. */
function filesNamedIn(reason: string): string[] {
  const checks = [...reason.matchAll(/\b[a-z]+\/[a-z]+(?:-[a-z]+)+/g)].map(([id]) => `suites/${id}.ts`)
  const deviations = [...reason.matchAll(/\b(variant|defect) ([a-z]+(?:-[a-z0-9]+)+)/g)]
  return [...checks, ...deviations.map(([, kind, id]) => `endpoint/${kind}s/${id}.ts`)]
}

function isMissing(file: string): boolean {
  return !existsSync(join(ROOT, file))
}

describe('readings of ambiguous text', () => {
  it('each is answered by some deviation', () => {
    const tried = new Set<string>([...answered.map(([reading]) => reading), ...Object.keys(NOT_ANSWERED)])
    expect(Object.keys(readings).filter((reading) => !tried.has(reading))).toEqual([])
  })

  it('none is answered that the table does not know', () => {
    const known = new Set(Object.keys(readings))
    expect(answered.filter(([reading]) => !known.has(reading)).map(([reading]) => reading)).toEqual([])
  })

  for (const [reading, title, deviating] of answered) {
    it.concurrent(`${reading}: ${title}`, { timeout: 120_000 }, async () => {
      expect(await verdictsOn(reading, deviating)).toEqual({
        default: expected(reading, false),
        strict: expected(reading, true),
      })
      judged++
    })
  }
})

/** What the checks that allow it say about an answer by a reading, in both modes, and what else they say. */
async function verdictsOn(reading: ReadingId, deviating: readonly Deviation[]) {
  const own = new Set([...ALWAYS, ...deviating.flatMap((one) => one.readings ?? [])])
  const judged = (verdicts: readonly Verdict[]) => {
    // A profile may ask for more than the text does.
    const findings = verdicts.flatMap(findingsOf).filter(({ requirement }) => !requirement.includes('/'))
    const cited = findings.filter((one) => one.reading === reading)
    return {
      severities: [...new Set(cited.map(({ severity }) => severity))],
      others: findings.filter((one) => !own.has(one.reading ?? '')).map(brief),
      errors: errorsIn(verdicts),
    }
  }
  const tried = await tryWhatReads(reading, deviating)
  return { default: judged(tried.default), strict: judged(tried.strict) }
}

function expected(reading: ReadingId, strict: boolean) {
  const verdict = readingVerdict(reading, strict)
  return { severities: verdict === 'pass' ? [] : [verdict], others: [], errors: [] }
}

function brief({
  check,
  requirement,
  severity,
  what,
  expected,
  actual,
}: ReturnType<typeof findingsOf>[number]) {
  return `${severity} ${check} ${requirement}: ${what} ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`
}

afterAll(() => {
  console.log(`readings judged as the table says: ${judged} of ${answered.length}`)
})
