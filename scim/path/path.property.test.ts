import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScimError } from '../message/index.ts'
import { almostFilters, attributePaths, filters, patchPaths } from './filters.sample.ts'
import {
  parseAttributePath,
  parseFilter,
  parsePatchPath,
  printAttributePath,
  printFilter,
  printPatchPath,
} from './index.ts'

const urns = ['urn:a:1.0', 'urn:a:1.0:b']

/** Anything but a ScimError is a defect. */
function onlyScimErrors(run: () => unknown): boolean {
  try {
    run()
  } catch (error) {
    return error instanceof ScimError
  }
  return true
}

describe('printing and parsing', () => {
  it('is exact for filters', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual(filter)
      }),
    )
  })

  it('is exact for attribute paths', () => {
    fc.assert(
      fc.property(attributePaths, (path) => {
        expect(parseAttributePath(printAttributePath(path))).toEqual(path)
      }),
    )
  })

  it('is exact for PATCH paths', () => {
    fc.assert(
      fc.property(patchPaths, (path) => {
        expect(parsePatchPath(printPatchPath(path))).toEqual(path)
      }),
    )
  })

  it('reads operators in any case', () => {
    const shout = (text: string) =>
      text.replace(/"(?:[^"\\]|\\.)*"| (?:and|or|eq|ne|co|sw|ew|gt|ge|lt|le|pr)(?= |$|\)|\])/g, (part) =>
        part.startsWith('"') ? part : part.toUpperCase(),
      )
    const simple = filters.filter((f) => !/\b(and|or|eq|pr)\.|[.:](and|or|eq|pr)\b/.test(printFilter(f)))
    fc.assert(
      fc.property(simple, (filter) => {
        const lower = (f: string) => f.toLowerCase()
        expect(lower(printFilter(parseFilter(shout(printFilter(filter)))))).toBe(lower(printFilter(filter)))
      }),
    )
  })

  it('needs every pair of parentheses it prints', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const text = printFilter(filter)
        for (const [open, close] of groups(text)) {
          const without = `${text.slice(0, open)}${text.slice(open + 1, close)}${text.slice(close + 1)}`
          expect(reparsed(without)).not.toEqual(filter)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('hostile text', () => {
  it('ends in a ScimError or a result', () => {
    fc.assert(
      fc.property(fc.oneof(almostFilters, fc.string({ unit: 'binary' })), (text) => {
        for (const parse of [parseAttributePath, parseFilter, parsePatchPath]) {
          expect(onlyScimErrors(() => parse(text, urns))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ' '.repeat(8000),
    '('.repeat(8000),
    '"'.repeat(8000),
    `a eq "${'\\'.repeat(8000)}`,
    'not'.repeat(2600),
    'a[a pr].'.repeat(1000),
  ])('is done with quickly', (text) => {
    const start = performance.now()
    expect(onlyScimErrors(() => parseFilter(text))).toBe(true)
    expect(onlyScimErrors(() => parsePatchPath(text))).toBe(true)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

function reparsed(text: string): unknown {
  try {
    return parseFilter(text)
  } catch {
    return undefined
  }
}

/** The positions of the pairs of parentheses outside strings. */
function groups(text: string): [number, number][] {
  const found: [number, number][] = []
  const open: number[] = []
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => '_'.repeat(quoted.length))
  for (let i = 0; i < bare.length; i += 1) {
    if (bare[i] === '(') open.push(i)
    if (bare[i] === ')') found.push([open.pop() as number, i])
  }
  return found
}
