import fc from 'fast-check'
import type { AttributePath, Filter, PatchPath } from './index.ts'
import { COMPARISONS } from './index.ts'

/** Arbitrary syntax trees, for property tests. */
const name = fc.oneof(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_$-]{0,6}$/),
  fc.constantFrom('and', 'or', 'not', 'pr', 'eq', 'true', '$ref'),
)
const uri = fc.constantFrom(
  'urn:example:1.0',
  'urn:ietf:params:scim:schemas:core:2.0:User',
  'http://x.example/a.b',
)

export const attributePaths: fc.Arbitrary<AttributePath> = fc.record(
  { uri, attribute: name, sub: name },
  { requiredKeys: ['attribute'] },
)

const literal = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)

/** Filters over the given paths; with `brackets` also value paths. */
export function filtersOver(paths: fc.Arbitrary<AttributePath>, brackets = true): fc.Arbitrary<Filter> {
  const compare: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      kind: fc.constant('compare' as const),
      path: paths,
      op: fc.constantFrom(...COMPARISONS),
      value: literal,
    }),
    fc.record({ kind: fc.constant('compare' as const), path: paths, op: fc.constant('pr' as const) }),
  )
  return fc.letrec<{ filter: Filter }>((tie) => {
    const filter = tie('filter')
    const both = (kind: 'and' | 'or') => fc.record({ kind: fc.constant(kind), left: filter, right: filter })
    const inner = fc.record({
      kind: fc.constant('valuePath' as const),
      path: paths,
      filter: brackets ? filtersOver(paths, false) : compare,
    })
    const not = fc.record({ kind: fc.constant('not' as const), filter })
    const rest = [both('and'), both('or'), not, ...(brackets ? [inner] : [])] as fc.Arbitrary<Filter>[]
    return { filter: fc.oneof({ maxDepth: 4, depthSize: 'small' }, compare, ...rest) }
  }).filter
}

export const filters = filtersOver(attributePaths)

export const patchPaths: fc.Arbitrary<PatchPath> = fc.oneof(
  fc.record({ path: attributePaths }),
  fc.record(
    { path: attributePaths, filter: filtersOver(attributePaths, false), sub: name },
    { requiredKeys: ['path', 'filter'] },
  ),
)

/** Text that looks like a filter or a path, mostly broken. */
export const almostFilters = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'userName',
        'emails',
        '.type',
        '[',
        ']',
        '(',
        ')',
        ' ',
        ' eq ',
        ' and ',
        ' or ',
        'not',
        ' pr',
        '"x"',
        '"',
        '\\',
        '1',
        '-',
        'true',
        'null',
        ':',
        'urn:a:1.0:b',
        '__proto__',
        'constructor',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''))
