import { defineCheck, get, pointTo } from '#check'
import { answering } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOnlyTheHit, isKept } from './found.part.ts'

export default defineCheck({
  id: 'filter/sub-attribute-path',
  title: 'A filter reaches a sub-attribute by name.familyName',
  proves: ['RFC7644-3.4.2.2-37', 'RFC7644-3.4.2.2-34'],
  needs: { features: ['filter'], resource: 'User', attributes: ['name.familyName', 'name.givenName'] },

  async act({ blocked, endpoint, eventually, send, shared, sharedMark }) {
    const [familyName, givenName] = [sharedMark('etternavn'), sharedMark('fornavn')]
    const { id, body, created } = await shared('User', { name: { familyName, givenName } })
    if (!isKept(pointTo(body, '/name/familyName'), familyName)) blocked('the target did not keep name')
    const ask = (filter: string) => get(endpoint('User'), { filter })
    const hit = await eventually(ask(`name.familyName eq "${familyName}"`), showsOrRefuses(id))
    // The value of another sub-attribute: a filter that looks at all of name would find it.
    return { user: created, hit, miss: await send(ask(`name.familyName eq "${givenName}"`)) }
  },

  judge(seen, claim) {
    findsOnlyTheHit(claim, ['RFC7644-3.4.2.2-37', 'RFC7644-3.4.2.2-34'], seen)
  },

  counterexample: ({ user, hit, miss }) => ({
    user,
    hit: answering(hit, { body: NOBODY }),
    miss,
  }),
})
