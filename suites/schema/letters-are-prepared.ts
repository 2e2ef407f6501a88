import { createdId, defineCheck, get, reading, resourcesIn, unlessRefused } from '#check'
import { answering, type Exchange, member, URN } from '#scim'

export default defineCheck({
  id: 'schema/letters-are-prepared',
  title: 'A letter is the same one in each of its Unicode forms',
  proves: ['RFC7644-5-01', 'RFC7644-7.8-01'],
  needs: { features: ['filter'], resource: 'User', attributes: ['userName'] },
  breaks: 'Macs take "å" apart: a user is looked for, not found, and made once more.',

  async act({ draft, endpoint, eventually, mark, notOffered, send }) {
    const name = `${mark('å-e\u0301')}@kommune.example`.normalize('NFC')
    const body = draft('User', { userName: name })
    const created = await send({ method: 'POST', path: endpoint('User'), body })
    // A service may have names of plain letters only.
    if ((created.response?.status ?? 0) >= 400) notOffered('a userName beyond ASCII is refused')
    const find = (text: string) => get(endpoint('User'), { filter: `userName eq "${text}"` })
    const isThere = (list: Exchange) => list.response?.status !== 200 || resourcesIn(list).length > 0
    const composed = await eventually(find(name), isThere)
    const plain = get(endpoint('User'), { filter: `userName eq "${mark('ascii')}"` })
    await unlessRefused({ send, notOffered }, composed, plain)
    return { created, composed, apart: await send(find(name.normalize('NFD'))) }
  },

  judge({ created, composed, apart }, claim) {
    const id = createdId(created)
    const finds = (list: Exchange) => resourcesIn(list).some((one) => member(one, 'id') === id)
    const found = finds(apart)
    claim('RFC7644-7.8-01', composed)
      .status(200)
      .holds(finds(composed), { what: 'user found by its own name', expected: true, actual: finds(composed) })
    // Which preparation it shall be is left open (AMB-078); a fault is no preparation.
    for (const row of ['RFC7644-5-01', 'RFC7644-7.8-01'] as const)
      claim(row, apart)
        .status(200, 400)
        .holds(true, {
          what: 'user found by the other form of its name',
          expected: true,
          actual: found,
          ...(found ? {} : { reading: reading('AMB-078/not-prepared', null).reading }),
        })
  },

  counterexample: ({ created, composed, apart }) => {
    const body = { schemas: [URN.error], status: '500' }
    return {
      created,
      composed: answering(composed, { body }),
      apart: answering(apart, { status: 500, body }),
    }
  },
})
