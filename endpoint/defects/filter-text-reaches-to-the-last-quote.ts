import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-text-reaches-to-the-last-quote',
  title: 'The text in a filter reaches to the last quote of the whole filter',
  breaks: ['RFC7644-3.4.2.2-24', 'RFC7644-3.4.2.2-25'],
  because: 'A greedy expression (TheMorpheus407/the-dmz#309)',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      const [, before, value] = /^([\w.]+ \w\w )"(.*)"$/s.exec(text) ?? []
      if (value === undefined || !value.includes('"')) return plain.parseFilter(text, model)
      return plain.parseFilter(`${before}${JSON.stringify(value)}`, model)
    },
  }),
})
