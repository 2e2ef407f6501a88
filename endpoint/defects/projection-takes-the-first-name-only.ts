import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-takes-the-first-name-only',
  title: 'Of several names in attributes only the first counts',
  breaks: ['RFC7644-3.9-06'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      plain.project(resource, model, {
        ...options,
        ...(options.attributes ? { attributes: options.attributes.slice(0, 1) } : {}),
      }),
  }),
})
