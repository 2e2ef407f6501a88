import { isObject, member, URN } from '#scim'
import { operationsChanged } from '../bulk-deviation.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'bulk-manager-reference-kept-as-text',
  title: 'Bulk resolves references in members only: a manager stays "bulkId:…"',
  breaks: ['RFC7644-3.7.2-03'],
  around: (request, next) =>
    next(
      operationsChanged(request, (operation) => {
        const { data } = operation
        const extension = member(data, URN.enterpriseUser)
        const value = member(member(extension, 'manager'), 'value')
        if (!isObject(data) || !isObject(extension) || typeof value !== 'string') return operation
        const manager = { value: value.replace(/^bulkId:/, 'bulkid:') }
        return { ...operation, data: { ...data, [URN.enterpriseUser]: { ...extension, manager } } }
      }),
    ),
})
