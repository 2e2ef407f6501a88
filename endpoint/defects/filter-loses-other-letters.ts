import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-loses-other-letters',
  title: 'Letters outside ASCII are lost from a filter',
  breaks: ['RFC7644-3.4.2.2-33'],
  because: 'SCIM-SDK#913: the query read as Latin-1',
  kernel: (plain) => ({
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters that such code knows.
    parseFilter: (text, model) => plain.parseFilter(text.replace(/[^\u0000-\u007f]/g, '?'), model),
  }),
})
