import { defect } from '../deviation.ts'

export default defect({
  id: 'attribute-member-swapped-away',
  title: 'To change the value of a member is answered with success and loses the member',
  breaks: ['RFC7643-4.2-03'],
  kernel: (plain) => ({
    patch: (resource, operations, model, options) => {
      const { members: _members, ...rest } = resource
      const changesValue = operations.some(
        ({ path }) => path?.path.attribute === 'members' && JSON.stringify(path).includes('"sub":"value"'),
      )
      return changesValue ? rest : plain.patch(resource, operations, model, options)
    },
  }),
})
