import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type Exchange, type Json, URN } from '#scim'
import { NUMBER, NUMBER_PATH, withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/three-ways-to-write-the-number',
  title: 'POST, PATCH by path and PATCH without one write the same number',
  proves: ['fiks/F-30'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send, person }) {
    const extension = () => withNumber(person().nationalId)
    const [posted, byPath, plain] = [
      await given('User', extension()),
      await given('User'),
      await given('User'),
    ]
    const sentByPath = await send(
      patch(byPath.path, { op: 'add', path: NUMBER_PATH, value: person().nationalId }),
    )
    const sentPlain = await send(patch(plain.path, { op: 'add', value: extension() }))
    const users = [posted, byPath, plain]
    const after: Exchange[] = []
    for (const user of users) after.push(await send(get(user.path)))
    return { writes: [posted.created, sentByPath, sentPlain], after }
  },

  judge({ writes, after }, claim) {
    const wanted: (Json | undefined)[] = [
      pointTo(writes[0]?.request.body, NUMBER),
      pointTo(writes[1]?.request.body, '/Operations/0/value'),
      pointTo(writes[2]?.request.body, `/Operations/0/value${NUMBER}`),
    ]
    for (const write of writes) claim('fiks/F-30', write).succeeds()
    for (const [index, seen] of after.entries()) claim('fiks/F-30', seen).has(NUMBER, wanted[index] ?? null)
  },

  counterexample: ({ writes, after }) => ({
    writes,
    after: after.map((seen) => answering(seen, { body: { ...bodyOf(seen), [URN.fiksPerson]: null } })),
  }),
})
