import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-knows-no-urns',
  title: 'A name with a URN in attributes asks for nothing',
  breaks: ['RFC7644-3.10-01', 'RFC7644-3.4.2.5-05'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      plain.project(resource, model, {
        ...options,
        ...(options.attributes
          ? { attributes: options.attributes.map((name) => (name.includes(':core:') ? 'x' : name)) }
          : {}),
      }),
  }),
})
