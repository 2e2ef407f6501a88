import { bodyOf, defineCheck, get, isUnassigned, reading } from '#check'
import { answering, member, sameJson } from '#scim'
import { published } from './cases.part.ts'

export default defineCheck({
  id: 'put/null-and-empty-clear',
  title: 'null and [] in a PUT clear the attribute',
  proves: ['RFC7643-2.5-02'],
  needs: { features: ['put'], resource: 'User' },
  breaks: 'OpenTranscribe: PUT merged, so clearing a value never cleared it (attevon-llc/OpenTranscribe#582)',

  each: (facts) =>
    published(facts, [
      { name: 'nickName', value: 'Lillegull', empty: null },
      { name: 'title', value: 'Sykepleier', empty: null },
      { name: 'phoneNumbers', value: [{ value: '+4701555002', type: 'work' }], empty: [] },
    ]),

  async act({ of, given, send, blocked }) {
    const user = await given('User', { [of.name]: of.value ?? null })
    const before = await send(get(user.path))
    const old = member(bodyOf(before), of.name)
    if (old === undefined || old === null) blocked(`${of.name} was not stored, so it cannot be cleared`)
    const put = await send({
      method: 'PUT',
      path: user.path,
      body: { ...user.sent, [of.name]: of.empty ?? null },
    })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim, { of }) {
    const actual = member(bodyOf(after), of.name)
    const kept = !isUnassigned(actual) && sameJson(actual, member(bodyOf(before), of.name))
    claim('RFC7643-2.5-02', put).status(200, reading('AMB-044/204', 204), reading('AMB-042/null-kept', 400))
    claim('RFC7643-2.5-02', after)
      .status(200)
      .holds(kept || isUnassigned(actual), {
        expected: 'unassigned',
        actual,
        pointer: `/${of.name}`,
        ...(kept ? { reading: reading('AMB-042/null-kept', true).reading } : {}),
      })
  },

  counterexample: ({ before, put, after }, { of }) => ({
    before,
    put,
    after: answering(after, { body: { ...bodyOf(after), [of.name]: 'null' } }),
  }),
})
