import { member } from '#scim'
import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'member-unknown-crashes',
  title: 'A member that is nobody is answered 500',
  breaks: ['RFC7644-3.12-17', 'RFC7644-3.12-01'],
  because: 'Lightdash (lightdash/lightdash#24458)',
  around: (request, next) => {
    const reply = next(request)
    const isWrite = ['POST', 'PUT', 'PATCH'].includes(request.method) && request.path.startsWith('/Groups')
    const isAboutMember =
      isWrite && reply.status === 400 && /member/.test(String(member(reply.body, 'detail')))
    return isAboutMember ? errorReply(new Error('no such user')) : reply
  },
})
