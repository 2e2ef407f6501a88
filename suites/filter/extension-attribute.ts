import { defineCheck, escapeToken, get, pointTo } from '#check'
import { answering, URN } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { findsOnlyTheHit, isKept } from './found.part.ts'

export default defineCheck({
  id: 'filter/extension-attribute',
  title: 'A filter reaches an extension attribute by its URN',
  proves: ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-03'],
  needs: { features: ['filter'], resource: 'User', attributes: [`${URN.enterpriseUser}:department`] },

  async act({ blocked, endpoint, eventually, mark, send, shared, sharedMark }) {
    const department = sharedMark('avdeling')
    const { id, body, created } = await shared('User', { [URN.enterpriseUser]: { department } })
    if (!isKept(pointTo(body, `/${escapeToken(URN.enterpriseUser)}/department`), department))
      blocked('the target did not keep the department')
    const ask = (value: string) =>
      get(endpoint('User'), { filter: `${URN.enterpriseUser}:department eq "${value}"` })
    const hit = await eventually(ask(department), showsOrRefuses(id))
    return { user: created, hit, miss: await send(ask(mark('nobody'))) }
  },

  judge(seen, claim) {
    findsOnlyTheHit(claim, ['RFC7644-3.4.2.2-34', 'RFC7644-3.10-03'], seen)
  },

  counterexample: ({ user, hit, miss }) => [
    { user, hit: answering(hit, { body: NOBODY }), miss },
    { user, hit, miss: answering(miss, { body: hit.response?.body ?? {} }) },
  ],
})
