import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { whereOptional } from './optional.part.ts'

/** What is left out is what is asked for: the answer is cut, not what filters look at. */
const CUTS = [{ attributes: 'userName' }, { attributes: 'id' }, { excludedAttributes: 'displayName' }]

export default defineCheck({
  id: 'projection/filter-sees-what-is-left-out',
  title: 'A filter works on attributes that the answer leaves out',
  proves: ['RFC7644-3.4.2.5-01', 'RFC7644-3.4.2.2-04'],
  needs: { resource: 'User', features: ['filter'], attributes: ['displayName'] },
  breaks: 'Entra: asks with excludedAttributes whether somebody is a member (ENT-067)',

  each: (facts) => whereOptional(facts, ['displayName'], [{ name: '' }]),

  async act({ endpoint, eventually, send, shared, sharedMark }) {
    const displayName = sharedMark('utelatt')
    const { id } = await shared('User', { displayName })
    const ask = (query: Record<string, string>) =>
      get(endpoint('User'), { filter: `displayName eq "${displayName}"`, ...query })
    const plain = await eventually(
      ask({}),
      (list) => list.response?.status !== 200 || idsIn(list).includes(id),
    )
    const cuts: Exchange[] = []
    for (const query of CUTS) cuts.push(await send(ask(query)))
    return { plain, cuts }
  },

  judge({ plain, cuts }, claim) {
    const refused = plain.response?.status === 400 ? [reading('AMB-074/operator-unsupported', 400)] : []
    for (const cut of cuts as readonly Exchange[]) {
      claim('RFC7644-3.4.2.5-01', cut).status(200, ...refused)
      if (cut.response?.status === 200) claim('RFC7644-3.4.2.5-01', cut).lacks('/Resources/0/displayName')
      const [expected, actual] = [idsIn(plain), idsIn(cut)]
      claim('RFC7644-3.4.2.2-04', cut).holds(sameJson(actual, expected), {
        what: 'ids found',
        expected,
        actual,
      })
    }
  },

  counterexample: ({ plain, cuts }) => {
    const nobody = { ...bodyOf(plain), totalResults: 0, Resources: [] }
    return [
      { plain, cuts: cuts.map((cut) => answering(cut, { body: nobody })) },
      { plain, cuts: cuts.map((cut) => answering(cut, { body: bodyOf(plain) })) },
    ]
  },
})
