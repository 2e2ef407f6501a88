import { type Check, defineCheck, get, type RequirementId } from '#check'
import { type Exchange, isObject, type Json, member } from '#scim'
import { changing } from './claims.part.ts'
import { bodyIn, sentPlaces, sentTo, sharedFull } from './full.part.ts'
import { type Leaf, leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, placesOf } from './places.part.ts'

interface Format<Row extends RequirementId> {
  readonly id: string
  readonly title: string
  readonly proves: readonly Row[]
  /** Of a User: `locale`, `addresses.country`. */
  readonly path: string
  /** In words. */
  readonly expected: string
  /** Whether a value is of the format; `sent` are the values that the target was given. */
  fits(value: Json, sent: readonly Json[]): boolean
  readonly wrong: Json
  readonly breaks?: string
}

/**
 * A value of the format was given, and what comes back has to be of it too. Where the target shows none, it may do
 * without the attribute: that it should not is for `attributes/values-are-kept`.
 */
export function formatCheck<const Row extends RequirementId>(format: Format<Row>): Check {
  const { id, title, proves, path, breaks } = format
  const [name, part] = path.split('.') as [string, string | undefined]
  const isPlace = (place: Place) => place.urn === undefined && place.name === name && isFree(place.attribute)
  const leafOf = ({ attribute }: Place): Leaf | undefined =>
    leavesOf(attribute).find((leaf) => part === undefined || leaf.attribute.name === part)
  const isTried = (place: Place) => isPlace(place) && isShown(place.attribute) && leafOf(place) !== undefined
  const shownIn = (read: Exchange, place: Place) => leafOf(place)?.valuesIn(member(bodyIn(read), name)) ?? []
  return defineCheck({
    id,
    title,
    proves,
    ...(breaks ? { breaks } : {}),
    needs: { resource: 'User' },
    requests: () => 1,
    each: (facts) =>
      facts.described !== 'built-in' && placesOf(facts, 'User').some(isTried) ? [{ name: 'User' }] : [],

    async act(act) {
      const { made } = await sharedFull(act, isTried)
      const { created } = made
      const place = sentPlaces(act.facts, 'User', created).find(isTried) as Place
      const hasBody = bodyIn(created).id !== undefined
      const read = hasBody ? created : await act.send(get(made.path))
      if (shownIn(read, place).length === 0) act.notOffered(`the target shows no ${path}`)
      return { created, read }
    },

    judge({ created, read }, claim, { facts }) {
      const place = sentPlaces(facts, 'User', created).find(isTried) as Place
      const sent = leafOf(place)?.valuesIn(sentTo(created, place)) ?? []
      for (const actual of shownIn(read, place))
        for (const row of proves)
          claim(row, read).holds(format.fits(actual, sent), { what: path, expected: format.expected, actual })
    },

    counterexample({ created, read }, { facts }) {
      const place = sentPlaces(facts, 'User', created).find(isTried) as Place
      return { created, read: changing(read, [place], (value) => replaced(value, part, format.wrong)) }
    },
  })
}

function replaced(value: Json | undefined, part: string | undefined, wrong: Json): Json {
  if (Array.isArray(value)) return value.map((one) => replaced(one, part, wrong))
  return part !== undefined && isObject(value) ? { ...value, [part]: wrong } : wrong
}

/** An address that says how to get there. */
export function isAbsoluteUrl(value: Json): boolean {
  return typeof value === 'string' && URL.canParse(value) && /^[a-z][a-z0-9+.-]*:\/\//i.test(value)
}
