import { member } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'member-existing-crashes',
  title: 'Adding a member that is there is answered 500',
  breaks: ['RFC7644-3.5.2.1-11'],
  because: 'WSO2 Identity Server (wso2/product-is#8589)',
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const there = (Array.isArray(resource.members) ? resource.members : []).map((one) =>
        member(one, 'value'),
      )
      for (const { op, path, value } of operations) {
        if (op !== 'add' || path?.path.attribute !== 'members' || !Array.isArray(value)) continue
        if (value.some((one) => there.includes(member(one, 'value')))) throw new Error('duplicate key')
      }
      return plain.patch(resource, operations, model, options)
    },
  }),
})
