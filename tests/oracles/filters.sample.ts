import fc from 'fast-check'
import { URN } from '#scim'
import type { AttributePath, Comparison, Filter, Literal } from '#scim/path'

/** Generated filters that make sense for the directory: existing attributes, operands and operators of their type. */
const strings = [
  'ann',
  'bob',
  'an',
  'b',
  'chief',
  'berg',
  'work',
  'home',
  '@home.test',
  'ann@work.test',
  'it',
  '1',
  'a) or (b',
]
const text = fc.constantFrom(...strings)
const COMPARING: readonly Comparison[] = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le']

function compare(
  paths: readonly AttributePath[],
  ops: readonly Comparison[],
  value: fc.Arbitrary<Literal>,
): fc.Arbitrary<Filter> {
  const kind = fc.constant('compare' as const)
  return fc.record({ kind, path: fc.constantFrom(...paths), op: fc.constantFrom(...ops), value })
}

function present(paths: readonly AttributePath[]): fc.Arbitrary<Filter> {
  const kind = fc.constant('compare' as const)
  return fc.record({ kind, path: fc.constantFrom(...paths), op: fc.constant('pr' as const) })
}

/** Comparisons of each type, over the paths that have it. */
function comparisons(
  texts: readonly AttributePath[],
  booleans: readonly AttributePath[],
  numbers: readonly AttributePath[],
): fc.Arbitrary<Filter> {
  const all = [...texts, ...booleans, ...numbers]
  return fc.oneof(
    { weight: 6, arbitrary: compare(texts, COMPARING, text) },
    { weight: 2, arbitrary: compare(booleans, ['eq', 'ne'], fc.boolean()) },
    ...(numbers.length === 0
      ? []
      : [
          {
            weight: 2,
            arbitrary: compare(
              numbers,
              ['eq', 'ne', 'gt', 'ge', 'lt', 'le'],
              fc.integer({ min: 2, max: 11 }),
            ),
          },
        ]),
    { weight: 2, arbitrary: present(all) },
    { weight: 1, arbitrary: compare(all, ['eq', 'ne'], fc.constant(null)) },
  )
}

const top = comparisons(
  [
    { attribute: 'userName' },
    { attribute: 'title' },
    { attribute: 'displayName' },
    { attribute: 'name', sub: 'familyName' },
    { attribute: 'emails', sub: 'value' },
    { attribute: 'emails', sub: 'type' },
    { uri: URN.user, attribute: 'userName' },
    { uri: URN.enterpriseUser, attribute: 'department' },
    { uri: URN.enterpriseUser, attribute: 'manager', sub: 'value' },
  ],
  [{ attribute: 'active' }, { attribute: 'emails', sub: 'primary' }],
  [{ attribute: 'age' }],
)
const inner = comparisons([{ attribute: 'value' }, { attribute: 'type' }], [{ attribute: 'primary' }], [])

function combined(simple: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  return fc.letrec<{ filter: Filter }>((tie) => {
    const filter = tie('filter')
    const both = (kind: 'and' | 'or') =>
      fc.record({ kind: fc.constant(kind), left: filter, right: filter }) as fc.Arbitrary<Filter>
    const not = fc.record({ kind: fc.constant('not' as const), filter })
    const deeper = { depthSize: 'small', maxDepth: 3 } as const
    return {
      filter: fc.oneof(
        deeper,
        { weight: 4, arbitrary: simple },
        { weight: 3, arbitrary: both('and') },
        { weight: 3, arbitrary: both('or') },
        { weight: 1, arbitrary: not },
      ),
    }
  }).filter
}

const valuePath = fc.record({
  kind: fc.constant('valuePath' as const),
  path: fc.constant<AttributePath>({ attribute: 'emails' }),
  filter: combined(inner),
}) as fc.Arbitrary<Filter>

export const filters: fc.Arbitrary<Filter> = combined(
  fc.oneof({ weight: 5, arbitrary: top }, { weight: 1, arbitrary: valuePath }),
)
