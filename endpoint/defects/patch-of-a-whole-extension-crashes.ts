import { defect } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'patch-of-a-whole-extension-crashes',
  title: 'A path that is the URN of an extension is answered 500',
  breaks: ['RFC7644-3.12-17'],
  because: 'SCIMple (apache/directory-scimple#695)',
  around: (request, next) => {
    const isWhole = request.method === 'PATCH' && /"path":"urn:[^"]*:2\.0:User"/.test(request.body ?? '')
    return isWhole ? errorReply(new Error('no attribute')) : next(request)
  },
})
