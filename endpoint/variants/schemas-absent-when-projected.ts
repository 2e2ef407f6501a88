import type { Json } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'schemas-absent-when-projected',
  title: 'With attributes the answer has no schemas',
  readings: ['AMB-013/schemas-absent-when-projected'],
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const { schemas, ...rest } = plain.project(resource, model, options)
      return options.attributes?.length ? rest : { schemas: schemas as Json, ...rest }
    },
  }),
})
