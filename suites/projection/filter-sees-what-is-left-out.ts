import { bodyOf, type Case, defineCheck, get, idsIn, unlessRefused } from '#check'
import { answering, type Exchange, sameJson } from '#scim'
import { isOptional } from './optional.part.ts'

/** One of these is asked for and left out: the answer is cut, not what filters look at. The likelier filter is first. */
const ASKED: readonly (Case & { readonly other: string })[] = [
  { name: 'userName', other: 'displayName' },
  { name: 'displayName', other: 'userName' },
]

export default defineCheck({
  id: 'projection/filter-sees-what-is-left-out',
  title: 'A filter works on attributes that the answer leaves out',
  proves: ['RFC7644-3.4.2.5-01', 'RFC7644-3.4.2.2-04'],
  needs: { resource: 'User', features: ['filter'], attributes: ['userName', 'displayName'] },
  breaks: 'Entra: asks with excludedAttributes whether somebody is a member (ENT-067)',

  each: (facts) => ASKED.filter(({ name }) => isOptional(facts, name)).slice(0, 1),

  async act({ endpoint, eventually, notOffered, of, send, shared, sharedMark }) {
    const { id, sent } = await shared('User', { displayName: sharedMark('utelatt') })
    const ask = (query: Record<string, string>) =>
      get(endpoint('User'), { filter: `${of.name} eq ${JSON.stringify(sent[of.name])}`, ...query })
    const plain = await eventually(
      ask({}),
      (list) => list.response?.status !== 200 || idsIn(list).includes(id),
    )
    await unlessRefused({ send, notOffered }, plain)
    const queries = [{ attributes: of.other }, { attributes: 'id' }, { excludedAttributes: of.name }]
    const cuts: Exchange[] = []
    for (const query of queries) cuts.push(await send(ask(query)))
    return { plain, cuts }
  },

  judge({ plain, cuts }, claim, { of }) {
    for (const cut of cuts as readonly Exchange[]) {
      claim('RFC7644-3.4.2.5-01', cut).status(200)
      if (cut.response?.status === 200) claim('RFC7644-3.4.2.5-01', cut).lacks(`/Resources/0/${of.name}`)
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
