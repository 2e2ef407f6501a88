import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-drops-the-id',
  title: 'With attributes the id is left out',
  breaks: ['RFC7644-3.9-05', 'RFC7643-7-33'],
  because: 'simpleidserver/SimpleIdServer#45',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const { id, ...rest } = plain.project(resource, model, options)
      return options.attributes?.length || id === undefined ? rest : { ...rest, id }
    },
  }),
})
