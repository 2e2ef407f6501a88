import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ScimError } from '#scim'
import { parseFilter, printFilter } from '#scim/path'
import { evaluateFilter, knownUrns } from '#scim/resource'
import { targetsInstalled } from '../targets/start.ts'
import { directory, model } from './directory.sample.ts'
import { filters } from './filters.sample.ts'
import { type KnownError, knownErrors } from './known-errors.ts'
import { type Answer, type Oracle, openOracle } from './oracle.ts'
import { trickyErrors } from './tricky-errors.ts'
import { FILTER_ORACLES, trickyFilters } from './tricky-filters.ts'

const missing = targetsInstalled()
if (missing) console.warn(`The differential tests of filters are skipped: ${missing}`)

const CASES = 300
const SEED = 7644
const urns = knownUrns(model)

/** The ids that match, or `refused`. */
function ours(text: string): string {
  try {
    const filter = parseFilter(text, urns)
    return directory
      .filter((resource) => evaluateFilter(filter, resource, model))
      .map(({ id }) => id)
      .join('')
  } catch (error) {
    if (error instanceof ScimError && error.scimType === 'invalidFilter') return 'refused'
    throw error
  }
}

/** As `ours`; an id with a question mark where the library broke down over that resource. */
function theirs({ value }: Answer<(boolean | string)[]>): string {
  if (!value) return 'refused'
  return value.map((result, id) => (result === true ? id : result === false ? '' : `${id}?`)).join('')
}

describe('our reading of tricky filters', () => {
  it.each(trickyFilters)('$filter ($row)', ({ filter, expected }) => {
    expect(ours(filter)).toBe(expected)
  })

  it.each(trickyFilters.filter(({ expected }) => expected !== 'refused'))(
    'prints $filter again',
    (tricky) => {
      expect(ours(printFilter(parseFilter(tricky.filter, urns)))).toBe(tricky.expected)
    },
  )
})

describe.skipIf(missing !== undefined).each(FILTER_ORACLES)('%s', (name) => {
  let oracle: Oracle<(boolean | string)[]>
  beforeAll(() => {
    oracle = openOracle(name)
  })
  afterAll(() => oracle.close())
  const ask = async (filter: string) => theirs(await oracle.ask({ filter, resources: directory }))

  it.each(trickyFilters)('agrees on $filter, or is known not to', async ({ filter, expected }) => {
    const known = trickyErrors[name].find(({ said }) => Object.hasOwn(said, filter))
    expect(await ask(filter), known?.reason).toBe(known?.said[filter] ?? expected)
  })

  it('has no error on its list that is none', () => {
    const listed = trickyErrors[name].flatMap(({ said }) => Object.entries(said))
    const rightAfterAll = listed.filter(
      ([filter, said]) =>
        !trickyFilters.some((tricky) => tricky.filter === filter && tricky.expected !== said),
    )
    expect(rightAfterAll).toEqual([])
  })

  it('agrees on generated filters, apart from its known errors', async () => {
    const met = new Map<KnownError, number>(knownErrors[name].map((error) => [error, 0]))
    const count = { answers: 0, excused: 0 }
    const property = fc.asyncProperty(filters, async (filter) => {
      const text = printFilter(filter)
      const { value } = await oracle.ask({ filter: text, resources: directory })
      for (const [index, resource] of directory.entries()) {
        const said = value?.[index] ?? 'refused'
        // The tree itself is evaluated: a wrong printer would hide if we read back what it wrote.
        const expected = evaluateFilter(filter, resource, model)
        expect(evaluateFilter(parseFilter(text, urns), resource, model)).toBe(expected)
        count.answers += 1
        if (said === expected) continue
        const reasons = knownErrors[name].filter((error) => error.concerns(filter, resource))
        if (reasons.length === 0)
          expect({ text, resource: index, said }).toEqual({ text, resource: index, said: expected })
        count.excused += 1
        for (const reason of reasons) met.set(reason, (met.get(reason) ?? 0) + 1)
      }
    })
    await fc.assert(property, { numRuns: CASES, seed: SEED })
    report(name, count, met)
    expect([...met].filter(([, times]) => times === 0).map(([{ reason }]) => reason)).toEqual([])
  })
})

function report(
  name: string,
  { answers, excused }: { answers: number; excused: number },
  met: ReadonlyMap<KnownError, number>,
): void {
  const lines = [...met].map(([{ reason, row }, times]) => `  ${times} × ${reason} (${row})`)
  console.info(
    [`${name}: ${answers} generated answers compared, ${excused} differ for a known reason`, ...lines].join(
      '\n',
    ),
  )
}
