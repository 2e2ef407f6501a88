import { variant } from '../deviation.ts'

export default variant({
  id: 'create-composes-letters',
  title: 'Names are stored in composed letters (NFC), however they were written',
  because: 'AMB-078',
  kernel: () => ({
    keep: (resource) =>
      typeof resource.displayName === 'string'
        ? { ...resource, displayName: resource.displayName.normalize('NFC') }
        : resource,
  }),
})
