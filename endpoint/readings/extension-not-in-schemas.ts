import { reading } from '../deviation.ts'

export default reading({
  id: 'extension-not-in-schemas',
  title: 'schemas does not list the extensions that a resource has data of',
  readings: ['AMB-014/container-without-urn'],
  kernel: (plain) => ({
    project: (resource, model, options) => ({
      ...plain.project(resource, model, options),
      schemas: [model.core.id],
    }),
  }),
})
