import { defect } from '../deviation.ts'

export default defect({
  id: 'create-escapes-html',
  title: 'Names are stored with their ampersands and angle brackets escaped',
  breaks: ['RFC7643-2.3.1-01'],
  kernel: () => ({
    keep: (resource) =>
      typeof resource.displayName === 'string'
        ? { ...resource, displayName: escaped(resource.displayName) }
        : resource,
  }),
})

function escaped(text: string): string {
  return text.replace(/&(?!amp;|lt;)/g, '&amp;').replaceAll('<', '&lt;')
}
