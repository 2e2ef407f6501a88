import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, member } from '#scim'
import { nameIs, nameSent, outcomeOf, renames, sendBulk, withResult } from './bulk.part.ts'

export default defineCheck({
  id: 'bulk/version-guards-an-operation',
  title: 'In bulk an outdated version is refused and the current one taken',
  proves: ['RFC7644-3.7-10', 'RFC7644-3.7.3-03'],
  needs: { features: ['bulk', 'patch', 'etag'], resource: 'User', attributes: ['displayName'] },

  async act(act) {
    const { blocked, given, mark, send } = act
    const { path } = await given('User')
    const version =
      member(bodyOf(await send(get(path)))?.meta, 'version') ?? blocked('GET gave no meta.version')
    const Operations = [
      renames(path, mark('gammel'), { version: 'W/"never-given"' }),
      renames(path, mark('ny'), { version }),
    ]
    const bulk = await sendBulk(act, { Operations })
    return { bulk, after: await send(get(path)) }
  },

  judge({ bulk, after }, claim) {
    const [stale, current] = [outcomeOf(bulk, 0), outcomeOf(bulk, 1)]
    const detail = { what: 'status', expected: '412', actual: stale }
    claim('RFC7644-3.7-10', bulk).holds(
      stale === '412' || stale === '409',
      stale === '409' ? { ...detail, reading: reading('AMB-089/409', true).reading } : detail,
    )
    // Whoever takes versions knows the current one.
    const done = /^20[04]$/.test(current)
    claim('RFC7644-3.7.3-03', bulk).holds(done, { what: 'status', expected: ['200', '204'], actual: current })
    claim('RFC7644-3.7.3-03', after).holds(...nameIs(after, nameSent(bulk, 1)))
  },

  counterexample: ({ bulk, after }) => [
    { bulk: answering(bulk, { body: withResult(bulk, 0, { status: '200' }) }), after },
    { bulk: answering(bulk, { body: withResult(bulk, 1, { status: '412' }) }), after },
  ],
})
