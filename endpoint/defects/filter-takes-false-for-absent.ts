import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-takes-false-for-absent',
  title: 'active eq false finds nobody: false counts as no value',
  breaks: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-33'],
  kernel: (plain) => ({
    matches: (filter, resource, model) => {
      const { active, ...rest } = resource
      return plain.matches(filter, active === false ? rest : resource, model)
    },
  }),
})
