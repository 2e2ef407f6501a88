import { URN } from '#scim'
import { variant } from '../deviation.ts'

export default variant({
  id: 'empty-extension-shown',
  title: 'A user without data of an extension shows it as an empty object',
  because: 'AMB-014',
  kernel: (plain) => ({
    project: (resource, model, options) => {
      const shown = plain.project(resource, model, options)
      if (options.attributes?.length || model.core.id !== URN.user) return shown
      const schemas = shown.schemas as string[]
      if (schemas.includes(URN.enterpriseUser)) return shown
      return { ...shown, schemas: [...schemas, URN.enterpriseUser], [URN.enterpriseUser]: {} }
    },
  }),
})
