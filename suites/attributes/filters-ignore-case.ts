import { createdId, defineCheck, idsIn } from '#check'
import { askAll, comparisonsFor, filterOf, isAnswered, listing } from './filters.part.ts'
import { sharedFull } from './full.part.ts'
import { leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

const ignoresCase = ({ attribute }: { readonly attribute: Place['attribute'] }) =>
  attribute.type === 'string' && !attribute.caseExact && isShown(attribute)
const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && leavesOf(attribute).some(ignoresCase)
const MOST = 14
/** How often the first is asked again where the target does not find at once what it was given. */
const REPEATED = 10
/** Values that a target may write in its own way, so that no text need be equal to them. */
const OWN_WAY = /^(phoneNumbers|ims|password|locale|preferredLanguage|timezone)\b/

export default defineCheck({
  id: 'attributes/filters-ignore-case',
  title: 'Filters ignore letter case where caseExact is false',
  proves: ['RFC7643-7-23'],
  needs: { features: ['filter'] },
  requests: () => MOST + REPEATED,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const tried = places.filter((place) => isTried(place) && !OWN_WAY.test(place.name))
    const comparisons = comparisonsFor(tried, made.created, ignoresCase)
    const lists = await askAll(act, made, comparisons, { join: 'and', finds: true, most: MOST })
    if (!lists.some(isAnswered)) act.notOffered('the target does not filter by any of these attributes')
    return { created: made.created, lists }
  },

  judge({ created, lists }, claim) {
    const id = String(createdId(created))
    for (const list of lists.filter(isAnswered)) {
      const actual = idsIn(list)
      const detail = { what: filterOf(list), expected: [id], actual }
      claim('RFC7643-7-23', list).status(200).holds(actual.includes(id), detail)
    }
  },

  counterexample: ({ created, lists }) => ({ created, lists: lists.map((list) => listing(list)) }),
})
