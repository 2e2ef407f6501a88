import { bodyOf, defineCheck, get, isUnassigned, reading } from '#check'
import { answering, type Json, type JsonObject, member, sameJson } from '#scim'
import { published } from './cases.part.ts'

const CASES: readonly { readonly name: string; readonly value: Json; readonly empty: Json }[] = [
  { name: 'nickName', value: 'Lillegull', empty: null },
  { name: 'title', value: 'Sykepleier', empty: null },
  { name: 'phoneNumbers', value: [{ value: '+4701555002', type: 'work' }], empty: [] },
]

export default defineCheck({
  id: 'put/null-and-empty-clear',
  title: 'null and [] in a PUT clear the attribute',
  proves: ['RFC7643-2.5-02'],
  needs: { features: ['put'], resource: 'User' },
  breaks: 'OpenTranscribe: PUT merged, so clearing a value never cleared it (attevon-llc/OpenTranscribe#582)',

  async act({ draft, facts, given, send, blocked, notOffered }) {
    const demanded = draft('User')
    const cases = published(facts, CASES).filter(({ name }) => demanded[name] === undefined)
    if (cases.length === 0) notOffered('the target has none of the attributes that could be cleared')
    const valued = Object.fromEntries(cases.map(({ name, value }) => [name, value]))
    const user = await given('User', valued)
    const before = await send(get(user.path))
    const stored = cases.filter(({ name }) => !isUnassigned(member(bodyOf(before), name)))
    if (stored.length === 0) blocked('none of the values was stored, so none can be cleared')
    const empty = Object.fromEntries(stored.map((one) => [one.name, one.empty]))
    const body: JsonObject = { ...user.sent, ...empty }
    const put = await send({ method: 'PUT', path: user.path, body })
    return { before, put, after: await send(get(user.path)) }
  },

  judge({ before, put, after }, claim) {
    claim('RFC7643-2.5-02', put).status(200, reading('AMB-044/204', 204), reading('AMB-042/null-kept', 400))
    claim('RFC7643-2.5-02', after).status(200)
    for (const { name } of CASES.filter((one) => isUnassigned(member(put.request.body, one.name)))) {
      const [old, actual] = [before, after].map((one) => member(bodyOf(one), name))
      const kept = !isUnassigned(actual) && sameJson(actual, old)
      claim('RFC7643-2.5-02', after).holds(kept || isUnassigned(actual), {
        expected: 'unassigned',
        actual,
        pointer: `/${name}`,
        ...(kept ? { reading: reading('AMB-042/null-kept', true).reading } : {}),
      })
    }
  },

  counterexample: ({ before, put, after }) => ({
    before,
    put,
    after: answering(after, {
      body: { ...bodyOf(after), nickName: 'null', title: 'null', phoneNumbers: 'null' },
    }),
  }),
})
