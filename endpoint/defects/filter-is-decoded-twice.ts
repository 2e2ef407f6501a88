import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-is-decoded-twice',
  title: 'The filter of a URL is percent-decoded twice',
  breaks: ['RFC7644-3.4.2.2-33'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const again = text.replace(/%[\dA-F]{2}/gi, (code) => decodeURIComponent(code))
      return plain.parseFilter(again, model)
    },
  }),
})
