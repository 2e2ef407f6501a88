import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, type JsonObject, ScimError, URN } from '#scim'
import { applyPatch, parsePatchRequest } from '#scim/patch'
import { knownUrns } from '#scim/resource'
import { targetsInstalled } from '../targets/start.ts'
import { model } from './directory.sample.ts'
import { type KnownPatchError, knownPatchErrors } from './known-patch-errors.ts'
import { type Answer, type Oracle, openOracle } from './oracle.ts'
import { kari, type Operation, operations } from './patch-operations.sample.ts'
import { type Changes, trickyPatches } from './tricky-patches.ts'

const missing = targetsInstalled()
if (missing) console.warn(`The differential tests of PATCH are skipped: ${missing}`)

const CASES = 300
const SEED = 7644
const tricky = trickyPatches.map((patch) => ({
  ...patch,
  title: `${patch.row}: ${JSON.stringify(patch.operations)}`,
}))

function bodyOf(sent: readonly Operation[]): Json {
  return { schemas: [URN.patchOp], Operations: sent } as unknown as Json
}

/** The resource afterwards, or the scimType of the refusal. */
function ours(sent: readonly Operation[]): JsonObject | string {
  try {
    return applyPatch(kari(), parsePatchRequest(bodyOf(sent), knownUrns(model)), model)
  } catch (error) {
    if (error instanceof ScimError) return String(error.scimType)
    throw error
  }
}

function theirs({ value, error }: Answer<JsonObject>): JsonObject | string {
  return value ?? error ?? 'no answer'
}

function changesIn(result: JsonObject | string): Changes | string {
  if (typeof result === 'string') return result
  const before = kari()
  const names = new Set([...Object.keys(before), ...Object.keys(result)])
  const changed = [...names].filter((name) => !isDeepStrictEqual(before[name], result[name]))
  return Object.fromEntries(changed.map((name) => [name, result[name] ?? null]))
}

describe('our reading of tricky operations', () => {
  it.each(tricky)('$title', ({ operations: sent, expected }) => {
    expect(changesIn(ours(sent))).toEqual(expected)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe.skipIf(missing !== undefined)('scim-patch', () => {
  let oracle: Oracle<JsonObject>
  beforeAll(() => {
    oracle = openOracle('scim-patch')
  })
  afterAll(() => oracle.close())
  const ask = (sent: readonly Operation[]) => oracle.ask({ resource: kari(), body: bodyOf(sent) })

  it.each(tricky)('agrees on $title, or is known not to', async ({ operations: sent, expected, wrong }) => {
    const answer = await ask(sent)
    expect(changesIn(theirs(answer)), wrong?.reason).toEqual(wrong?.said ?? expected)
    expect(answer.polluted !== undefined).toBe(wrong?.reason === 'pollutes the prototype')
  })

  it.each(tricky.filter(({ wrong }) => wrong))('is wrong indeed on $title', ({ expected, wrong }) => {
    expect(wrong?.said).not.toEqual(expected)
  })

  it('agrees on generated operations, apart from its known errors', async () => {
    const met = new Map<KnownPatchError, number>(knownPatchErrors.map((error) => [error, 0]))
    const count = { answers: 0, excused: 0 }
    const property = fc.asyncProperty(operations, async (sent) => {
      const [said, expected] = [theirs(await ask(sent)), ours(sent)]
      count.answers += 1
      if (isDeepStrictEqual(said, expected)) return
      const reasons = knownPatchErrors.filter((error) => error.concerns(sent))
      if (reasons.length === 0) expect({ sent, said }).toEqual({ sent, said: expected })
      count.excused += 1
      for (const reason of reasons) met.set(reason, (met.get(reason) ?? 0) + 1)
    })
    await fc.assert(property, { numRuns: CASES, seed: SEED })
    report(count, met)
    expect([...met].filter(([, times]) => times === 0).map(([{ reason }]) => reason)).toEqual([])
  })
})

function report(
  { answers, excused }: { answers: number; excused: number },
  met: ReadonlyMap<KnownPatchError, number>,
): void {
  const lines = [...met].map(([{ reason, row }, times]) => `  ${times} × ${reason} (${row})`)
  const head = `scim-patch: ${answers} generated answers compared, ${excused} differ for a known reason`
  console.info([head, ...lines].join('\n'))
}
