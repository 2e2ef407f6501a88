import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering } from '#scim'
import { NUMBER, NUMBER_PATH, withNumber } from './identity-number.part.ts'

export default defineCheck({
  id: 'fiks-current/person-keeps-its-ids',
  title: 'id and externalId stay through a new name and a new number',
  proves: ['fiks/F-68'],
  needs: { features: ['patch'], resource: 'User', attributes: ['userName', 'displayName'] },
  breaks: 'Entra: keeps the id; a user that gets another one is lost to it and made again.',

  async act({ given, send, person }) {
    const user = await given('User', withNumber(person().nationalId))
    const before = await send(get(user.path))
    const { userName, displayName, nationalId } = person()
    const changed = await send(
      patch(
        user.path,
        { op: 'replace', path: NUMBER_PATH, value: nationalId },
        { op: 'replace', path: 'userName', value: userName },
        { op: 'replace', path: 'displayName', value: displayName },
      ),
    )
    return { before, changed, after: await send(get(user.path)) }
  },

  judge({ before, changed, after }, claim) {
    claim('fiks/F-68', changed).succeeds()
    claim('fiks/F-68', after)
      .status(200)
      .has('/id', bodyOf(before)?.id ?? null)
      .has('/externalId', bodyOf(before)?.externalId ?? null)
      .has(NUMBER, pointTo(changed.request.body, '/Operations/0/value') ?? null)
  },

  counterexample: ({ before, changed, after }) => ({
    before,
    changed,
    after: answering(after, { body: { ...bodyOf(after), externalId: null } }),
  }),
})
