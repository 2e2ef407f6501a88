import { createdId, defineCheck, idsIn } from '#check'
import { askAll, comparisonsFor, filterOf, isAnswered, listing } from './filters.part.ts'
import { sharedFull } from './full.part.ts'
import { type Leaf, leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

const isExact = ({ attribute }: Pick<Leaf, 'attribute'>) =>
  attribute.type === 'string' && attribute.caseExact && isShown(attribute)
const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && leavesOf(attribute).some(isExact)

export default defineCheck({
  id: 'attributes/filters-tell-case-apart',
  title: 'Filters tell letter case apart where caseExact is true',
  proves: ['RFC7643-7-23'],
  needs: { features: ['filter'] },
  requests: () => 8,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const comparisons = comparisonsFor(places.filter(isTried), made.created, isExact)
    const lists = await askAll(act, made, comparisons, { join: 'or', finds: false, most: 8 })
    if (!lists.some(isAnswered)) act.notOffered('the target does not filter by any of these attributes')
    return { created: made.created, lists }
  },

  judge({ created, lists }, claim) {
    const id = String(createdId(created))
    for (const list of lists.filter(isAnswered)) {
      const actual = idsIn(list)
      const detail = { what: filterOf(list), expected: 'not this resource', actual }
      claim('RFC7643-7-23', list).status(200).holds(!actual.includes(id), detail)
    }
  },

  counterexample: ({ created, lists }) => ({
    created,
    lists: lists.map((list) => listing(list, String(createdId(created)))),
  }),
})
