import { defect } from '../deviation.ts'

const COLUMN = 255

export default defect({
  id: 'create-cuts-long-values',
  title: 'A text is cut after 255 characters, with success',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource) =>
      typeof resource.displayName === 'string'
        ? { ...resource, displayName: resource.displayName.slice(0, COLUMN) }
        : resource,
  }),
})
