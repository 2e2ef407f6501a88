import { defect } from '../deviation.ts'

export default defect({
  id: 'projection-names-with-case',
  title: 'Names in attributes have to be spelled as in the schema',
  breaks: ['RFC7644-3.10-05'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      plain.project(resource, model, {
        ...options,
        ...(options.attributes ? { attributes: options.attributes.map(asSpelled) } : {}),
      }),
  }),
})

function asSpelled(name: string): string {
  return name.endsWith('USERNAME') ? 'scimTestNothing' : name
}
