import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-knows-one-form-only',
  title: 'Only userName eq "…" is understood: any other filter gives everybody',
  breaks: ['RFC7644-3.4.2.2-10', 'RFC7644-3.4.2.2-04'],
  because: 'LangWatch (langwatch/langwatch#6973)',
  kernel: (plain) => ({
    parseFilter: (text, model) =>
      plain.parseFilter(/^userName eq "[^"]*"$/.test(text) ? text : 'id pr', model),
  }),
})
