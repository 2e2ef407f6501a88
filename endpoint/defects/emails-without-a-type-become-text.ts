import { member } from '#scim'
import { defect, resourcesRewritten } from '../deviation.ts'

export default defect({
  id: 'emails-without-a-type-become-text',
  title: 'An address without a type comes back as a bare text',
  breaks: ['RFC7644-3.4-02'],
  because: 'WSO2 Identity Server (wso2/product-is#7304)',
  around: (request, next) =>
    resourcesRewritten(next(request), (one) =>
      Array.isArray(one.emails)
        ? {
            ...one,
            emails: one.emails.map((email) =>
              member(email, 'type') ? email : (member(email, 'value') ?? email),
            ),
          }
        : one,
    ),
})
