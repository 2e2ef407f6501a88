import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-excludes-the-id',
  title: 'excludedAttributes=id takes the id away',
  breaks: ['RFC7644-3.4.2.5-07', 'RFC7644-3.9-07'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const { id, ...rest } = plain.project(resource, model, options)
      return options.excludedAttributes?.includes('id') || id === undefined ? rest : { ...rest, id }
    },
  }),
})
