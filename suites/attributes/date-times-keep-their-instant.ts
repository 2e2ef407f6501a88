import { defineCheck, get } from '#check'
import { isObject, type Json } from '#scim'
import { changing } from './claims.part.ts'
import { sentPlaces, sentTo, sharedFull, shownBy } from './full.part.ts'
import { millisOf } from './kept.part.ts'
import { leavesOf } from './leaves.part.ts'
import { isFree, type Place, typesWith } from './places.part.ts'

const ROWS = ['RFC7643-2.3.5-01', 'RFC7643-2.3.5-02', 'RFC7643-2.3.5-03'] as const
const XSD = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/
const holdsTimes = ({ attribute }: Place) =>
  isFree(attribute) && leavesOf(attribute).some(({ type }) => type === 'dateTime')

/** A fraction of a second may be more than a target keeps. */
function isSameTime(sent: Json, got: Json | undefined): boolean {
  const [before, after] = [millisOf(sent), millisOf(got)]
  return before !== undefined && after !== undefined && Math.abs(before - after) < 1000
}

export default defineCheck({
  id: 'attributes/date-times-keep-their-instant',
  title: 'A dateTime with an offset comes back as the same point in time',
  proves: ROWS,
  requests: () => 1,
  each: (facts) => typesWith(facts, holdsTimes),

  async act(act) {
    const { made } = await sharedFull(act, holdsTimes)
    return { created: made.created, read: await act.send(get(made.path)) }
  },

  judge({ created, read }, claim, { facts, of }) {
    for (const place of sentPlaces(facts, of.name, created).filter(holdsTimes))
      for (const { name, values } of timesIn(place, sentTo(created, place), shownBy(read, place)))
        for (const row of ROWS)
          claim(row, read).holds(
            values.every(([sent, got]) => XSD.test(String(got)) && isSameTime(sent, got)),
            {
              what: name,
              expected: values.map(([sent]) => sent),
              actual: values.map(([, got]) => got ?? null),
            },
          )
  },

  counterexample({ created, read }, { facts, of }) {
    const places = sentPlaces(facts, of.name, created).filter(holdsTimes)
    return ['2024-02-29T23:30:15', '29.02.2024', '2024-02-29'].map((text) => ({
      created,
      read: changing(read, places, (value) => replaced(value, text)),
    }))
  },
})

interface Times {
  readonly name: string
  readonly values: readonly (readonly [Json, Json | undefined])[]
}

/** What was sent and what is shown, side by side; values of a list in the order of time. */
function timesIn({ attribute, name }: Place, sent: Json | undefined, got: Json | undefined): Times[] {
  const leaves = leavesOf(attribute).filter(({ type }) => type === 'dateTime')
  return leaves.map((leaf) => {
    const [before, after] = [leaf.valuesIn(sent), leaf.valuesIn(got)].map((values) =>
      [...values].sort((a, b) => (millisOf(a) ?? 0) - (millisOf(b) ?? 0)),
    ) as [Json[], Json[]]
    return { name: leaf.path(name), values: before.map((one, index) => [one, after[index]] as const) }
  })
}

function replaced(value: Json | undefined, text: string): Json {
  if (Array.isArray(value)) return value.map((one) => replaced(one, text))
  if (!isObject(value)) return text
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, /^2024-/.test(String(v)) ? text : v]))
}
