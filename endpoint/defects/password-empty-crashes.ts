import { defect, requestBody } from '../deviation.ts'
import { errorReply } from '../errors.ts'

export default defect({
  id: 'password-empty-crashes',
  title: 'An empty password is answered 500',
  breaks: ['RFC7644-3.12-17'],
  because: 'WSO2 Identity Server (wso2/product-is#4889)',
  around: (request, next) =>
    requestBody(request)?.password === '' ? errorReply(new Error('password is empty')) : next(request),
})
