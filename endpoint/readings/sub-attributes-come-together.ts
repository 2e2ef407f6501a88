import { reading } from '../deviation.ts'

export default reading({
  id: 'sub-attributes-come-together',
  title: 'A sub-attribute that is asked for comes with the others of its attribute',
  readings: ['AMB-087/extra-sub-attributes'],
  kernel: (plain) => ({
    project: (resource, model, options) =>
      plain.project(resource, model, {
        ...options,
        ...(options.attributes ? { attributes: options.attributes.map(wholeOf) } : {}),
      }),
  }),
})

/** `name` of `name.givenName`; the dots of a URN stay. */
function wholeOf(name: string): string {
  return name.replace(/\.[^.:]*$/, '')
}
