import { bodyOf, defineCheck, escapeToken, get, patch, pointTo } from '#check'
import { answering, type Exchange, type Json, URN } from '#scim'

const POINTER = `/${escapeToken(URN.fiksPerson)}/foedselsnummer`

export default defineCheck({
  id: 'fiks-current/three-ways-to-write-the-number',
  title: 'POST, PATCH by path and PATCH without one write the same number',
  proves: ['fiks/F-30'],
  needs: { features: ['patch'], resource: 'User' },

  async act({ given, send, person }) {
    const extension = () => ({ [URN.fiksPerson]: { foedselsnummer: person().nationalId } })
    const [posted, byPath, plain] = [
      await given('User', extension()),
      await given('User'),
      await given('User'),
    ]
    const path = `${URN.fiksPerson}:foedselsnummer`
    const sentByPath = await send(patch(byPath.path, { op: 'add', path, value: person().nationalId }))
    const sentPlain = await send(patch(plain.path, { op: 'add', value: extension() }))
    const users = [posted, byPath, plain]
    const after: Exchange[] = []
    for (const user of users) after.push(await send(get(user.path)))
    return { writes: [posted.created, sentByPath, sentPlain], after }
  },

  judge({ writes, after }, claim) {
    const wanted: (Json | undefined)[] = [
      pointTo(writes[0]?.request.body, POINTER),
      pointTo(writes[1]?.request.body, '/Operations/0/value'),
      pointTo(writes[2]?.request.body, `/Operations/0/value${POINTER}`),
    ]
    for (const write of writes) claim('fiks/F-30', write).succeeds()
    for (const [index, seen] of after.entries()) claim('fiks/F-30', seen).has(POINTER, wanted[index] ?? null)
  },

  counterexample: ({ writes, after }) => ({
    writes,
    after: after.map((seen) => answering(seen, { body: { ...bodyOf(seen), [URN.fiksPerson]: null } })),
  }),
})
