export { type Act, actsOf, type Row, type SyncEnd } from './acts.ts'
export { type AllureAttachment, type AllureResult, allureResult, HTTP_EXCHANGE } from './allure.ts'
export { type ConsoleOptions, progressLine, renderConsole } from './console.ts'
export type { ReportExcuse, ReportGate } from './gated.ts'
export { renderAnnotations } from './github.ts'
export { countsText, type Headline, headline } from './headline.ts'
export { renderHtml } from './html.ts'
export { renderJunit } from './junit.ts'
export { renderMarkdown } from './markdown.ts'
export {
  buildReport,
  exchangesShown,
  REPORT_VERSION,
  type Report,
  type ReportExchange,
  type ReportRehearsal,
  type ReportRequirement,
  type ReportRow,
  type ReportStep,
  type ReportVerdict,
} from './model.ts'
export { renderSarif } from './sarif.ts'
export { type Names, namesOf, sendsText, shortPath } from './sends.ts'
export { DEFAULT_NAMES, type ReportNames, writeReports } from './write.ts'
