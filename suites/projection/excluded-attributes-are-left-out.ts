import { bodyOf, defineCheck, escapeToken, get, idsIn, isUnassigned, unlessRefused } from '#check'
import { answering, type JsonObject, member } from '#scim'
import { isOptional } from './optional.part.ts'
import { placeIn } from './place.part.ts'

export default defineCheck({
  id: 'projection/excluded-attributes-are-left-out',
  title: 'excludedAttributes takes away what it names and nothing else',
  proves: ['RFC7644-3.4.2.5-03', 'RFC7644-3.4.2.5-06', 'RFC7644-3.9-08'],
  needs: { resource: 'User', attributes: ['displayName', 'emails'] },
  breaks: 'scimmy: excluding one attribute dropped all extension data (scimmyjs/scimmy#37)',

  each: (facts) => {
    const open = ['displayName', 'emails'].filter((name) => isOptional(facts, name))
    const places = [{ name: 'by id' }, ...(facts.features.filter.offered ? [{ name: 'in a list' }] : [])]
    return open.length > 0 ? places.map((place) => ({ ...place, names: open })) : []
  },

  async act({ of, shared, endpoint, send, eventually, notOffered }) {
    const user = await shared('User')
    const full = await send(get(user.path))
    const excludedAttributes = String(of.names)
    const filter = `userName eq "${String(user.sent.userName)}"`
    const list = get(endpoint('User'), { filter, excludedAttributes })
    if (of.name === 'by id') return { full, cut: await send(get(user.path, { excludedAttributes })) }
    const cut = await eventually(list, (exchange) => idsIn(exchange).includes(user.id))
    return { full, cut: await unlessRefused({ send, notOffered }, cut, get(endpoint('User'), { filter })) }
  },

  judge({ full, cut }, claim, { of }) {
    const at = of.name === 'by id' ? '' : placeIn(cut, full)
    const names = of.names as string[]
    const kept = Object.keys(bodyOf(full) ?? {}).filter(
      (name) => !names.includes(name) && !isUnassigned(member(bodyOf(full), name)),
    )
    claim('RFC7644-3.4.2.5-03', cut).status(200)
    for (const name of names) claim('RFC7644-3.4.2.5-06', cut).lacks(`${at}/${name}`)
    for (const name of kept) claim('RFC7644-3.9-08', cut).has(`${at}/${escapeToken(name)}`)
  },

  counterexample: ({ full, cut }, { of }) => {
    const wrong = (body: JsonObject) => (of.name === 'by id' ? body : { ...bodyOf(cut), Resources: [body] })
    const { id: _, meta: __, ...rest } = bodyOf(full) ?? {}
    return [
      { full, cut: answering(cut, { body: wrong({ ...rest }) }) },
      { full, cut: answering(cut, { status: 400, body: wrong({ id: null }) }) },
    ]
  },
})
