import { member } from '#scim'
import { reading, rewritten } from '../deviation.ts'

export default reading({
  id: 'cursors-refused-as-values',
  title: 'An invalid cursor is refused as invalidValue',
  readings: ['AMB-109/other-keyword'],
  around: (request, next) => {
    const reply = next(request)
    const isAboutCursor = /Cursor$/.test(String(member(reply.body, 'scimType')))
    return isAboutCursor ? rewritten(reply, (body) => ({ ...body, scimType: 'invalidValue' })) : reply
  },
})
