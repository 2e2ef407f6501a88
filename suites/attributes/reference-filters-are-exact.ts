import { defineCheck, idsIn } from '#check'
import { member } from '#scim'
import { askAll, comparisonsFor, filterOf, isAnswered, listing } from './filters.part.ts'
import { sharedFull } from './full.part.ts'
import { type Leaf, leavesOf } from './leaves.part.ts'
import { isFree, isShown, type Place, typesWith } from './places.part.ts'

/** AMB-022: RFC 7643 contradicts itself over some of these; only what the target publishes as exact is tried. */
const isExact = ({ attribute }: Pick<Leaf, 'attribute'>) =>
  attribute.type === 'reference' && attribute.caseExact
const isTried = ({ attribute }: Place) =>
  isFree(attribute) && isShown(attribute) && leavesOf(attribute).some(isExact)

export default defineCheck({
  id: 'attributes/reference-filters-are-exact',
  title: 'A filter on a reference tells upper from lower case',
  proves: ['RFC7643-2.3.7-04'],
  needs: { features: ['filter'] },
  requests: () => 4,
  each: (facts) => typesWith(facts, isTried),

  async act(act) {
    const { made, places } = await sharedFull(act, isTried)
    const comparisons = comparisonsFor(places.filter(isTried), made.created, isExact)
    const lists = await askAll(act, made, comparisons, { join: 'or', finds: false, most: 4 })
    if (!lists.some(isAnswered)) act.notOffered('the target does not filter by any of these attributes')
    return { created: made.created, lists }
  },

  judge({ created, lists }, claim) {
    const id = String(member(created.response?.body, 'id'))
    for (const list of lists.filter(isAnswered)) {
      const actual = idsIn(list)
      const detail = { what: filterOf(list), expected: 'not this resource', actual }
      claim('RFC7643-2.3.7-04', list).status(200).holds(!actual.includes(id), detail)
    }
  },

  counterexample: ({ created, lists }) => ({
    created,
    lists: lists.map((list) => listing(list, String(member(created.response?.body, 'id')))),
  }),
})
