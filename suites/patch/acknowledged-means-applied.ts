import { type Act, bodyOf, defineCheck, get, isSuccess, patch, pointTo } from '#check'
import { answering, type Exchange, type Json, type JsonObject, sameJson, URN } from '#scim'
import { address, labels, mail } from './emails.part.ts'

interface Shape {
  readonly operation: JsonObject
  /** What shows whether it took effect, and what that is if so. */
  readonly look: (state: Exchange) => Json | undefined
  readonly wanted: Json
  /** AMB-060: names with a dot or a URN are no attributes, so they may pass for unknown ones. */
  readonly mayBeUnknown?: boolean
}

const at = (pointer: string) => (state: Exchange) => pointTo(bodyOf(state), pointer)

/** What clients send and the RFC does not quite say: a target may refuse each, or do what is meant. */
const shapes = (act: Pick<Act, 'mark'>): readonly Shape[] => [
  { operation: { op: 'Replace', path: 'title', value: '24-7' }, look: at('/title'), wanted: '24-7' },
  { operation: { op: 'replace', path: 'active', value: 'False' }, look: at('/active'), wanted: false },
  {
    operation: { op: 'add', path: 'emails[type eq "home"].value', value: address(act, 'two') },
    look: labels,
    wanted: ['one', 'two'],
  },
  {
    operation: { op: 'replace', value: { 'name.honorificPrefix': '24-7' } },
    look: at('/name/honorificPrefix'),
    wanted: '24-7',
    mayBeUnknown: true,
  },
  {
    operation: { op: 'replace', value: { [`${URN.user}:nickName`]: '24-7' } },
    look: at('/nickName'),
    wanted: '24-7',
    mayBeUnknown: true,
  },
]

// The addresses differ from run to run; what is looked at does not.
const SHAPES = shapes({ mark: (name) => name })

export default defineCheck({
  id: 'patch/acknowledged-means-applied',
  title: 'PATCH applies what it acknowledges, in odd spellings as well',
  proves: ['RFC7644-3.5.2-22', 'RFC7644-3.5.2-21'],
  needs: {
    features: ['patch'],
    resource: 'User',
    attributes: ['title', 'active', 'emails.type', 'name.honorificPrefix', 'nickName'],
  },
  breaks:
    'Entra writes "Replace", "False" and dotted names: dropped with 200, it never tries again (Captain-P-Goldfish/scim-for-keycloak#26, ory/polis#4070); Lightdash: the text True in a value path was not taken for a boolean, so a role was added where one was to be replaced (lightdash/lightdash#25676). Cost: wrong access.',

  async act(act) {
    const { given, send } = act
    const user = await given('User', { title: '12-3', active: true, emails: [mail(act, 'one', 'work')] })
    const [sent, after]: [Exchange[], Exchange[]] = [[], []]
    const before = await send(get(user.path))
    for (const { operation } of shapes(act)) {
      sent.push(await send(patch(user.path, operation)))
      after.push(await send(get(user.path)))
    }
    return { before, sent, after }
  },

  judge({ before, sent, after }, claim) {
    SHAPES.forEach(({ look, wanted, mayBeUnknown }, index) => {
      const [answer, state] = [sent[index] as Exchange, after[index] as Exchange]
      const [old, actual] = [look(index === 0 ? before : (after[index - 1] as Exchange)), look(state)]
      const { status = 0 } = answer.response ?? {}
      claim('RFC7644-3.5.2-22', answer).holds(isSuccess(answer) || (status >= 400 && status < 500), {
        what: 'status',
        expected: '2xx or 4xx',
        actual: status,
      })
      claim('RFC7644-3.5.2-21', state).status(200)
      const stayed = sameJson(actual ?? null, old ?? null)
      const detail = { what: `state after operation ${index + 1}`, expected: wanted, actual }
      if (!isSuccess(answer))
        claim('RFC7644-3.5.2-21', state).holds(stayed, { ...detail, expected: old ?? null })
      else if (mayBeUnknown && stayed)
        claim('RFC7644-3.5.2-22', state).holds(true, { ...detail, reading: 'AMB-060/dropped' })
      else claim('RFC7644-3.5.2-22', state).holds(sameJson(actual ?? null, wanted), detail)
    })
  },

  counterexample: ({ before, sent, after }) => [
    { before, sent: sent.map((one) => answering(one, { status: 204 })), after: after.map(() => before) },
    { before, sent: sent.map((one) => answering(one, { status: 400 })), after },
  ],
})
