import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-forgives-in-brackets',
  title: 'What is no filter in the brackets of a value path is passed over',
  breaks: ['RFC7644-3.4.2.2-30'],
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      try {
        return plain.parseFilter(text, model)
      } catch (error) {
        if (!text.includes('[')) throw error
        return plain.parseFilter(text.replace(/\[.*\]/, ' pr'), model)
      }
    },
  }),
})
