import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'name-with-a-slash-crashes',
  title: 'A slash in a name is taken for the end of a domain, and answered 500',
  breaks: ['RFC7644-3.12-17'],
  because: 'WSO2 Identity Server (wso2/product-is#4883)',
  around: (request, next) => {
    const { userName } = requestBody(request) ?? {}
    const isSplit = typeof userName === 'string' && userName.includes('/')
    return isSplit ? errorReply(new Error('SCIM is not enabled for this store')) : next(request)
  },
})
