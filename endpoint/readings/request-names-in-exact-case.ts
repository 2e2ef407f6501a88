import { reading, requestBody } from '../deviation.ts'
import { badRequest, errorReply } from '../errors.ts'

export default reading({
  id: 'request-names-in-exact-case',
  title: 'Names in the body of a create count in their exact letter case only',
  readings: ['AMB-015/request-names-exact'],
  around: (request, next) => {
    const names = request.method === 'POST' ? Object.keys(requestBody(request) ?? {}) : []
    const odd = names.find((name) => name.toLowerCase() === 'username' && name !== 'userName')
    return odd ? errorReply(badRequest('invalidSyntax', `${odd} is no attribute of User`)) : next(request)
  },
})
