import { bodyOf, defineCheck, get, idsIn, patch, unlessRefused } from '#check'
import { answering, sameJson } from '#scim'
import { NOBODY } from './answers.part.ts'
import { byName, findable } from './findable.part.ts'

export default defineCheck({
  id: 'filter/inactive-user-is-found',
  title: 'A user is still found by userName after it is deactivated',
  proves: ['RFC7643-4.1.1-19'],
  needs: { features: ['filter', 'patch'], resource: 'User', attributes: ['active'] },
  breaks: 'Entra: an object that the query does not find is created again (SCIM page, ENT-060)',

  async act(act) {
    const { blocked, endpoint, given, send } = act
    const made = await given('User')
    const { path } = made
    await unlessRefused(act, (await findable(act, made)).list)
    await send(patch(path, { op: 'replace', path: 'active', value: false }))
    const user = await send(get(path))
    if (user.response?.status !== 404 && bodyOf(user)?.active !== false)
      blocked('the target did not deactivate the user')
    return { user, list: await send(get(endpoint('User'), { filter: byName(made) })) }
  },

  judge({ user, list }, claim) {
    // Where the user itself is hidden the list hides it as well.
    const [expected, actual] = [[bodyOf(user)?.id ?? null], idsIn(list)]
    const hidden = actual.length === 0 ? { reading: 'AMB-031/inactive-hidden' as const } : {}
    claim('RFC7643-4.1.1-19', list)
      .status(200)
      .holds(sameJson(actual, expected) || actual.length === 0, {
        what: 'ids found',
        expected,
        actual,
        ...hidden,
      })
  },

  counterexample: ({ user, list }) => ({ user, list: answering(list, { body: NOBODY }) }),
})
