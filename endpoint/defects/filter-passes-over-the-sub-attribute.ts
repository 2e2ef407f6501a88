import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-passes-over-the-sub-attribute',
  title: 'emails[…].value eq … is read as emails[…]',
  breaks: ['RFC7644-3.4.2.2-04'],
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      plain.parseFilter(text.replace(/(\[[^\]]*\])\.\w+ eq "[^"]*"/g, '$1'), model),
  }),
})
